import './outline.css';
import type { NamedChoice, PlanFacts, RecordId } from '@samtavla/protocol';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import * as m from '../../i18n/generated/messages.js';
import type { Connection } from '../../session/connection.ts';
import { ColourChoice, PlaceChoice } from './choices.tsx';
import { outlineActions, type OutlineActions } from './outline-actions.ts';
import { OutlineSection } from './outline-section.tsx';
import type { NoteOrder, Outline } from '../outline-groups.ts';
import { siftFor } from '../sift.ts';
import { undoKey } from './text-field.tsx';
import { useOutline, type OpenOutline } from './use-outline.tsx';

type Props = { connection: Connection; facts: PlanFacts };

/** The board as headings and lists: everything on it that is words, and everything that can be done with them. */
export function OutlineView({ connection, facts }: Props) {
  const [order, setOrder] = useState<NoteOrder>('place');
  const open = useOutline(connection, order);
  if (open === null) return null;
  return <Open open={open} facts={facts} order={order} onOrder={setOrder} />;
}

type OpenProps = { open: OpenOutline; facts: PlanFacts; order: NoteOrder; onOrder: (order: NoteOrder) => void };

function Open({ open, facts, order, onOrder }: OpenProps) {
  const { outline, writable, history } = open;
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const { locale } = facts;
  const sift = useMemo(() => siftFor({ ...soughtBy(filter), locale }), [filter, locale]);
  const { zones, loose } = sift(outline).outline;
  const isFiltered = filter.words.trim() !== '' || filter.sector !== null;
  const [edited, setEdited] = useState<RecordId | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<RecordId>>(new Set());
  const [said, say] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const { focus } = useFocus(list, outline);
  const act = useActions(open, { facts, say, focus, setEdited, setSelected });
  useGone(open, { edited, setEdited, setSelected, say, focus });

  const keyed = (event: KeyboardEvent) => {
    const way = event.target instanceof HTMLElement && event.target.matches('input, textarea') ? null : undoKey(event);
    if (way === null) return;
    event.preventDefault();
    act.turn(way);
  };
  return (
    /* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the undo keys, wherever the focus is */
    <div className="outline" ref={list} tabIndex={-1} onKeyDown={keyed}>
      <div className="outline-tools" data-size="sm">
        <FilterFields filter={filter} onFilter={setFilter} sectors={facts.sectors} />
        <OrderField order={order} onOrder={onOrder} />
        {writable.canvas && <UndoButtons history={history} act={act} />}
      </div>
      {selected.size > 0 && <Selected ids={[...selected]} act={act} onClear={() => setSelected(new Set())} />}
      <output className="ds-sr-only">{said}</output>
      {(isEmpty(loose) ? zones : [...zones, loose]).map((group) => (
        <OutlineSection
          key={group.zone?.id ?? ''}
          group={group}
          isFiltered={isFiltered}
          edited={edited}
          selected={selected}
          act={act}
        />
      ))}
    </div>
  );
}

/** One perspective at a time; null for everyone's. */
type Filter = { readonly words: string; readonly sector: string | null };
const EVERYTHING: Filter = { words: '', sector: null };

const soughtBy = ({ words, sector }: Filter) => ({
  words,
  sectors: new Set(sector === null ? [] : [sector]),
  levels: new Set<never>(),
});

/** What stands in no zone is told of where there is any. */
const isEmpty = ({ notes, themes, shapes }: Outline['loose']): boolean =>
  notes.length + themes.length + shapes.drawings + shapes.images + shapes.others === 0;

type Setters = {
  readonly say: (words: string) => void;
  readonly focus: (id: RecordId | null) => void;
  readonly setEdited: (id: RecordId | null) => void;
  readonly setSelected: (change: (before: ReadonlySet<RecordId>) => ReadonlySet<RecordId>) => void;
};

/** The same object as long as the outline is open: thousands of notes hold it. */
function useActions(
  { hand, history, now, writable }: OpenOutline,
  { facts, say, focus, setEdited, setSelected }: Setters & { facts: PlanFacts },
): OutlineActions {
  const { locale, sectors } = facts;
  return useMemo(() => {
    const select = (id: RecordId, isSelected: boolean) =>
      setSelected((before) => new Set(isSelected ? [...before, id] : [...before].filter((one) => one !== id)));
    const names = new Map(sectors.map(({ id, name }) => [id, name]));
    const means = { hand, history, now, writable, lang: locale, sectors: names, say, focus, edit: setEdited, select };
    return outlineActions(means);
  }, [locale, sectors, hand, history, now, writable, say, focus, setEdited, setSelected]);
}

/** What shall have the focus gets it as soon as it is on the page. */
function useFocus(list: { readonly current: HTMLElement | null }, outline: unknown) {
  const wanted = useRef<RecordId | null | undefined>(undefined);
  const give = useCallback(() => {
    const id = wanted.current;
    if (id === undefined || list.current === null) return;
    const target =
      id === null ? list.current : list.current.querySelector<HTMLElement>(`[data-focus-of="${CSS.escape(id)}"]`);
    if (target === null) return;
    wanted.current = undefined;
    target.focus();
  }, [list]);
  useEffect(give, [give, outline]);
  const focus = useCallback(
    (id: RecordId | null) => {
      wanted.current = id;
      // After what is being done has been shown.
      setTimeout(give, 0);
    },
    [give],
  );
  return { focus };
}

/** What others delete is neither edited nor selected any more; whoever was writing in it is told. */
function useGone(
  { outline }: OpenOutline,
  { edited, setEdited, setSelected, say, focus }: Setters & { edited: RecordId | null },
): void {
  useEffect(() => {
    const there = new Set(idsIn(outline));
    setSelected((before) =>
      [...before].every((id) => there.has(id)) ? before : new Set([...before].filter((id) => there.has(id))),
    );
    if (edited === null || there.has(edited)) return;
    setEdited(null);
    say(m.outline_gone());
    focus(null);
  }, [outline, edited, setEdited, setSelected, say, focus]);
}

const idsIn = ({ zones, loose }: Outline): RecordId[] =>
  [...zones, loose].flatMap(({ themes, notes }) => [
    ...themes.flatMap((theme) => [theme.id, ...theme.notes.map(({ id }) => id)]),
    ...notes.map(({ id }) => id),
  ]);

type FilterProps = { filter: Filter; onFilter: (filter: Filter) => void; sectors: readonly NamedChoice[] };

function FilterFields({ filter, onFilter, sectors }: FilterProps) {
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

function OrderField({ order, onOrder }: { order: NoteOrder; onOrder: (order: NoteOrder) => void }) {
  return (
    <label className="outline-tool">
      <span>{m.outline_order()}</span>
      <select
        className="ds-input"
        value={order}
        onChange={({ target }) => onOrder(target.value === 'time' ? 'time' : 'place')}
      >
        <option value="place">{m.outline_by_position()}</option>
        <option value="time">{m.outline_by_time()}</option>
      </select>
    </label>
  );
}

function UndoButtons({ history, act }: { history: OpenOutline['history']; act: OutlineActions }) {
  const [, changed] = useState(0);
  useEffect(() => {
    history.onChange(() => changed((count) => count + 1));
    return () => history.onChange(() => {});
  }, [history]);
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

function Selected({ ids, act, onClear }: { ids: readonly RecordId[]; act: OutlineActions; onClear: () => void }) {
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
      <button type="button" className="ds-button" data-variant="tertiary" onClick={after(() => act.remove(ids))}>
        {m.outline_delete()}
      </button>
      <button type="button" className="ds-button" data-variant="tertiary" onClick={onClear}>
        {m.outline_clear()}
      </button>
    </div>
  );
}
