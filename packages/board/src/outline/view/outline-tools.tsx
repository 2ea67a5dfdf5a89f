/** What stands above the list: what is shown of it, undo, and what is done with several notes at once. */
import type { NamedChoice, RecordId } from '@samtavla/protocol';
import { useEffect, useState, type ReactNode } from 'react';
import * as m from '../../i18n/generated/messages.js';
import type { NoteOrder } from '../outline-groups.ts';
import { ColourChoice, PlaceChoice } from './choices.tsx';
import type { OutlineActions } from './outline-actions.ts';
import type { OpenOutline } from './use-outline.tsx';

/** One perspective at a time; null for everyone's. */
export type Filter = { readonly words: string; readonly sector: string | null };
export const EVERYTHING: Filter = { words: '', sector: null };

/** On a small screen what is seldom needed is folded away, and made when it is unfolded. */
export function Foldable({ isFolded, name, children }: { isFolded: boolean; name: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false);
  if (!isFolded) return children;
  return (
    <details className="outline-find" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{name}</summary>
      {isOpen && <div>{children}</div>}
    </details>
  );
}

type FilterProps = { filter: Filter; onFilter: (filter: Filter) => void; sectors: readonly NamedChoice[] };

export function FilterFields({ filter, onFilter, sectors }: FilterProps) {
  return (
    <>
      <label className="outline-tool">
        <span>{m.outline_search()}</span>
        <input
          type="search"
          className="ds-input"
          value={filter.words}
          onChange={({ target }) => onFilter({ ...filter, words: target.value })}
        />
      </label>
      {sectors.length > 0 && (
        <label className="outline-tool">
          <span>{m.outline_perspective()}</span>
          <select
            className="ds-input"
            value={filter.sector ?? ''}
            onChange={({ target }) => onFilter({ ...filter, sector: target.value === '' ? null : target.value })}
          >
            <option value="">{m.outline_everyone()}</option>
            {sectors.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

/** As the outline is read, or by what a vote gave. */
export type ListOrder = NoteOrder | 'dots';
const ORDERS: Readonly<Record<ListOrder, () => string>> = {
  place: m.outline_by_position,
  time: m.outline_by_time,
  dots: m.outline_by_dots,
};

type OrderProps = { order: ListOrder; hasDots: boolean; onOrder: (order: ListOrder) => void };

export function OrderField({ order, hasDots, onOrder }: OrderProps) {
  const offered = (Object.keys(ORDERS) as ListOrder[]).filter((each) => each !== 'dots' || hasDots);
  return (
    <label className="outline-tool">
      <span>{m.outline_order()}</span>
      <select
        className="ds-input"
        value={order}
        onChange={({ target }) => onOrder(offered.find((each) => each === target.value) ?? 'place')}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {ORDERS[each]()}
          </option>
        ))}
      </select>
    </label>
  );
}

export function UndoButtons({ history, act }: { history: OpenOutline['history']; act: Pick<OutlineActions, 'turn'> }) {
  const [, changed] = useState(0);
  useEffect(() => history.subscribe(() => changed((count) => count + 1)), [history]);
  return (
    <div className="outline-undo">
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-disabled={!history.canUndo()}
        onClick={() => act.turn('undo')}
      >
        {m.undo()}
      </button>
      <button
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-disabled={!history.canRedo()}
        onClick={() => act.turn('redo')}
      >
        {m.redo()}
      </button>
    </div>
  );
}

export function Selected({
  ids,
  act,
  onClear,
  children,
}: {
  ids: readonly RecordId[];
  act: OutlineActions;
  onClear: () => void;
  children: ReactNode;
}) {
  const after = (what: () => void) => () => {
    what();
    onClear();
  };
  return (
    <div className="outline-selected" data-size="sm">
      <p>{m.outline_selected({ count: ids.length })}</p>
      <PlaceChoice
        label={m.outline_move_selected()}
        places={act.places}
        here={null}
        onChoose={(place) => after(() => act.move(ids, place))()}
      />
      <ColourChoice
        label={m.outline_colour_selected()}
        chosen={null}
        onChoose={(colour) => after(() => act.colour(ids, colour))()}
      />
      {act.writable.canvas && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          onClick={after(() => act.makeMeasures(ids))}
        >
          {m.measure_make()}
        </button>
      )}
      <button type="button" className="ds-button" data-variant="tertiary" onClick={after(() => act.remove(ids))}>
        {m.outline_delete()}
      </button>
      {children}
      <button type="button" className="ds-button" data-variant="tertiary" onClick={onClear}>
        {m.outline_clear()}
      </button>
    </div>
  );
}
