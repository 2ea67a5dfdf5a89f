import type { PlanZone, RecordId } from '@samtavla/protocol';
import { useEffect, useId, useState, type RefObject } from 'react';
import { CheckmarkIcon, PencilIcon } from '@navikt/aksel-icons';
import * as m from '../../i18n/generated/messages.js';
import type { OutlineActions } from './outline-actions.ts';
import { WriteNote } from './write-note.tsx';

type Props = {
  zones: readonly PlanZone[];
  /** The zone one writes in; null outside them all. */
  zone: PlanZone | null;
  onChoose: (zone: RecordId) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  act: OutlineActions;
};

/** More than these stand in a list of choices, so that the field is still on the screen. */
const MOST_BUTTONS = 5;

/** On a small screen one field for all zones, above the list: where, what is asked there, and room for an answer. */
export function Composer({ zones, zone, onChoose, field, act }: Props) {
  const [added, setAdded] = useState<string | null>(null);
  const here = zone?.id ?? '';
  const name = zone === null ? m.outline_loose() : zone.title;
  return (
    <div className="composer" data-tint={zone?.tint ?? 'grey'}>
      {zones.length > 1 && <ZoneChoice zones={zones} here={here} lang={act.lang} onChoose={onChoose} />}
      {zone !== null && zone.question !== '' && (
        <p className="outline-question" lang={act.lang}>
          {zone.question}
        </p>
      )}
      <WriteNote
        key={here}
        field={field}
        label={zone === null ? m.outline_write_loose() : m.outline_write_in({ zone: name })}
        lang={act.lang}
        begun={act.begun.of(here)}
        onBegin={(text) => act.begun.keep(here, text)}
        onWrite={(text) => {
          act.write(text, { zone: zone?.id ?? null });
          setAdded(m.outline_added_in({ zone: name }));
        }}
      />
      {/* Heard from the list's own messages. */}
      {added !== null && (
        <p className="composer-added" aria-hidden>
          <CheckmarkIcon aria-hidden /> {added}
        </p>
      )}
    </div>
  );
}

type ChoiceProps = Pick<Props, 'zones' | 'onChoose'> & { here: string; lang: string };

function ZoneChoice({ zones, here, lang, onChoose }: ChoiceProps) {
  const id = useId();
  if (zones.length > MOST_BUTTONS)
    return (
      <label className="outline-tool">
        <span>{m.outline_zone()}</span>
        <select
          className="ds-input"
          lang={lang}
          value={here}
          onChange={({ target }) => onChoose(target.value as RecordId)}
        >
          {zones.map((zone) => (
            <option key={zone.id} value={zone.id}>
              {zone.title}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <fieldset className="composer-zones" lang={lang}>
      <legend className="ds-sr-only">{m.outline_zone()}</legend>
      {zones.map((zone) => (
        <label key={zone.id} data-tint={zone.tint}>
          <input type="radio" name={id} checked={zone.id === here} onChange={() => onChoose(zone.id)} />
          {zone.title}
        </label>
      ))}
    </fieldset>
  );
}

/** Leads back to the field when that is out of sight. */
export function ToComposer({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const isSeen = useSeen(field);
  if (isSeen) return null;
  return (
    <button type="button" className="ds-button to-composer" onClick={() => field.current?.focus()}>
      <PencilIcon aria-hidden />
      {m.outline_write()}
    </button>
  );
}

function useSeen(target: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setIsSeen] = useState(true);
  useEffect(() => {
    const seen = new IntersectionObserver((entries) => setIsSeen(entries.at(-1)?.isIntersecting ?? true));
    if (target.current !== null) seen.observe(target.current);
    return () => seen.disconnect();
  });
  return isSeen;
}
