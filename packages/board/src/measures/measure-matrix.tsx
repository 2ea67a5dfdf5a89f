import { PlusIcon } from '@navikt/aksel-icons';
import type { RecordId } from '@samtavla/protocol';
import { useState, type DragEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { statusName } from '../i18n/measure-words.ts';
import { matrixOf, type Heading } from './matrix.ts';
import { MeasureButton } from './measure-button.tsx';
import type { ListedMeasure } from './measure-list.ts';
import type { MeasuresShown } from './measures-shown.ts';

/** What a dragged measure is carried as. */
const CARRIED = 'application/x-samtavla-measure';

/** A row for each level, a column for each field, the empty cells too. Measures are made in a cell, and dragged to another. */
export function MeasureMatrix(shown: MeasuresShown) {
  const { measures, facts } = shown;
  const without = { level: m.measures_no_level(), domain: m.measures_no_domain() };
  const { columns, rows } = matrixOf(measures, facts, without);
  const langOf = ({ id }: Heading) => (id === null ? undefined : facts.locale);
  return (
    <>
      <p className="measure-hint">{m.measures_matrix_about()}</p>
      <section className="measures-scroll" aria-label={m.measures_matrix()}>
        <table className="measures-matrix">
          <thead>
            <tr>
              <th scope="col">{m.measure_level()}</th>
              {columns.map((column) => (
                <th key={column.id} scope="col" lang={langOf(column)}>
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ heading, cells }) => (
              <tr key={heading.id}>
                <th scope="row" lang={langOf(heading)}>
                  {heading.name}
                </th>
                {columns.map((column, place) => (
                  <Cell key={column.id} level={heading} domain={column} inIt={cells[place] ?? []} {...shown} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

type CellProps = MeasuresShown & { level: Heading; domain: Heading; inIt: readonly ListedMeasure[] };

function Cell({ level, domain, inIt, facts, open, set, add, onMeasure }: CellProps) {
  const [isOver, setIsOver] = useState(false);
  const place = { level: level.id, domain: domain.id };
  const isWithin = level.id !== null && domain.id !== null;
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(CARRIED)) return;
    event.preventDefault();
    setIsOver(true);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    set(event.dataTransfer.getData(CARRIED) as RecordId, place);
  };
  const make = () => {
    const made = add?.('', place) ?? null;
    if (made !== null) onMeasure(made);
  };
  return (
    /* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- for the mouse; a measure's own fields do the same */
    <td data-over={isOver} onDragOver={over} onDragLeave={() => setIsOver(false)} onDrop={dropped}>
      <span className="measure-column">{domain.name}</span>
      {inIt.length === 0 && <span className="measure-none">{m.measures_cell_empty()}</span>}
      <ul className="measure-cell">
        {inIt.map((one) => (
          /* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- as above */
          <li
            key={one.id}
            draggable={open.writable[one.document]}
            data-status={one.measure.status}
            onDragStart={({ dataTransfer }) => dataTransfer.setData(CARRIED, one.id)}
          >
            <MeasureButton one={one} lang={facts.locale} onMeasure={onMeasure} />
            <p className="measure-line">
              {[statusName(one.measure.status), one.measure.owner].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ul>
      {add !== null && isWithin && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-size="sm"
          data-icon="true"
          aria-label={m.measures_new_in({ level: level.name, domain: domain.name })}
          onClick={make}
        >
          <PlusIcon aria-hidden />
        </button>
      )}
    </td>
  );
}
