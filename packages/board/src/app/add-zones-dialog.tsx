import '../library/library.css';
import type { RecordId } from '@samtavla/protocol';
import { TEMPLATES, type Locale, type Template } from '@samtavla/templates';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { addZones } from '../outline/add-zones.ts';
import { handOf } from '../outline/view/hand-of.ts';
import type { Connection } from '../session/connection.ts';
import { Modal } from '../ui/modal.tsx';
import { asTemplate, useSavedTemplates } from '../library/saved-templates.ts';
import { TemplatePicture } from '../library/template-picture.tsx';

type Props = {
  connection: Connection;
  /** The board’s. */
  locale: Locale;
  onAdded: (zones: readonly RecordId[]) => void;
  onClose: () => void;
};

const NONE_LINKED: readonly never[] = [];
const WITH_ZONES = TEMPLATES.filter(({ zones }) => zones.length > 0);
const [FIRST] = WITH_ZONES as [Template, ...Template[]];

/** «Felt fra en mal»: some or all of a template's zones, put beside what is on the board. */
export function AddZonesDialog({ connection, locale, onAdded, onClose }: Props) {
  const id = useId();
  const { saved } = useSavedTemplates(NONE_LINKED);
  const templates = [...WITH_ZONES, ...saved.map(asTemplate).filter(({ zones: its }) => its.length > 0)];
  const [chosen, setChosen] = useState(FIRST.id);
  const template = templates.find((each) => each.id === chosen) ?? FIRST;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const zones = template.zones.filter((zone) => !left.has(zone.id));
  const choose = (next: string) => {
    setChosen(next);
    setLeft(new Set());
  };
  const toggle = (zone: string) =>
    setLeft(new Set(left.has(zone) ? [...left].filter((one) => one !== zone) : [...left, zone]));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (zones.length === 0) return;
    const added = addZones(handOf(connection), zones, locale);
    onClose();
    onAdded(added);
  };
  return (
    <Modal title={m.add_zones()} onClose={onClose} className="add-zones">
      <form onSubmit={add}>
        <p className="ds-paragraph">{m.add_zones_about()}</p>
        <div className="ds-field">
          <label className="ds-label" htmlFor={id}>
            {m.add_zones_template()}
          </label>
          <select id={id} className="ds-input" value={template.id} onChange={({ target }) => choose(target.value)}>
            {templates.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name[currentLocale()]}
              </option>
            ))}
          </select>
        </div>
        <TemplatePicture template={{ ...template, zones }} />
        <fieldset className="add-zones-choice" lang={locale}>
          <legend className="ds-label" lang={currentLocale()}>
            {m.preview_zones()}
          </legend>
          {template.zones.map((zone) => (
            <label key={zone.id}>
              <input
                type="checkbox"
                className="ds-input"
                checked={!left.has(zone.id)}
                onChange={() => toggle(zone.id)}
              />
              <span>
                <strong>{zone.title[locale]}</strong> {zone.question[locale]}
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="ds-button" aria-disabled={zones.length === 0}>
          {m.add_zones_add({ count: zones.length })}
        </button>
      </form>
    </Modal>
  );
}
