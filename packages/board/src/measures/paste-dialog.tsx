import type { PlanFacts } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { measureLines, statusName } from '../i18n/measure-words.ts';
import { NO_FIELDS } from '@samtavla/protocol';
import { currentLocale } from '../i18n/locale.ts';
import { Modal } from '../ui/modal.tsx';
import { measuresFromCells, type FoundMeasure } from './from-cells.ts';

type Props = {
  facts: PlanFacts;
  onAdd: (measures: readonly FoundMeasure[]) => void;
  onClose: () => void;
};

/** So many at once are a plan of a year for a whole municipality. */
const MOST = 500;

/** A field for a spreadsheet's cells, and the measures that they are; what is not understood is said before anything is added. */
export function PasteDialog({ facts, onAdd, onClose }: Props) {
  const id = useId();
  const [cells, setCells] = useState('');
  const { measures, unknown, unread } = measuresFromCells(cells, facts);
  const isTooMany = measures.length > MOST;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (measures.length === 0 || isTooMany) return;
    onAdd(measures);
    onClose();
  };
  const list = new Intl.ListFormat(currentLocale(), { type: 'conjunction' });
  return (
    <Modal title={m.paste_measures()} onClose={onClose} className="measure-dialog">
      <form data-size="sm" onSubmit={add}>
        <p className="ds-paragraph">{m.paste_about()}</p>
        <div className="ds-field">
          <label className="ds-label" htmlFor={id}>
            {m.paste_cells()}
          </label>
          <textarea
            id={id}
            className="ds-input"
            rows={5}
            lang={facts.locale}
            value={cells}
            onChange={({ target }) => setCells(target.value)}
          />
        </div>
        {(unknown.length > 0 || unread.length > 0 || isTooMany) && (
          <div className="ds-alert" data-color="warning" data-size="sm" role="alert">
            {isTooMany && <p className="ds-paragraph">{m.paste_too_many({ count: measures.length, most: MOST })}</p>}
            {unknown.length > 0 && <p className="ds-paragraph">{m.paste_ignored({ names: list.format(unknown) })}</p>}
            {unread.length > 0 && (
              <p className="ds-paragraph">
                {m.paste_unread({ count: unread.length, values: list.format(new Set(unread)) })}
              </p>
            )}
          </div>
        )}
        {measures.length > 0 && !isTooMany && (
          <section aria-labelledby={`${id}-preview`}>
            <h3 id={`${id}-preview`} className="ds-heading" data-size="2xs">
              {m.paste_preview()}
            </h3>
            <ol className="measure-cards" lang={facts.locale}>
              {measures.map(({ text, fields }, place) => {
                const measure = { ...NO_FIELDS, ...fields };
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- rows of a text, which have nothing else to be known by
                  <li key={place}>
                    {text}
                    <p className="measure-line">
                      {[statusName(measure.status), ...measureLines({ measure, answers: [] }, facts)].join(' · ')}
                    </p>
                  </li>
                );
              })}
            </ol>
          </section>
        )}
        <div className="actions">
          <button type="submit" className="ds-button" aria-disabled={measures.length === 0 || isTooMany}>
            {m.paste_add({ count: measures.length })}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
            {m.outline_cancel()}
          </button>
        </div>
      </form>
    </Modal>
  );
}
