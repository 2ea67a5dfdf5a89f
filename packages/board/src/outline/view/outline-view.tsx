import './outline.css';
import type { PlanFacts, RecordId } from '@samtavla/protocol';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import * as m from '../../i18n/generated/messages.js';
import type { Connection } from '../../session/connection.ts';
import { halfWritten, type HalfWritten } from '../../session/half-written.ts';
import type { StoredSession } from '../../session/stored-session.ts';
import { outlineActions, type OutlineActions } from './outline-actions.ts';
import { OutlineSection } from './outline-section.tsx';
import type { NoteOrder, Outline } from '../outline-groups.ts';
import { siftFor } from '../sift.ts';
import { undoKey } from './text-field.tsx';
import { EVERYTHING, FilterFields, OrderField, Selected, UndoButtons, type Filter } from './outline-tools.tsx';
import { useOutline, type OpenOutline } from './use-outline.tsx';

type Props = { connection: Connection; session: StoredSession; facts: PlanFacts };

/** The board as headings and lists: everything on it that is words, and everything that can be done with them. */
export function OutlineView({ connection, session, facts }: Props) {
  const [order, setOrder] = useState<NoteOrder>('place');
  const open = useOutline(connection, order);
  const { joined, shared } = session;
  const begun = useMemo(() => halfWritten(joined.board.id, shared), [joined, shared]);
  if (open === null) return null;
  return <Open open={open} facts={facts} begun={begun} order={order} onOrder={setOrder} />;
}

type OpenProps = {
  open: OpenOutline;
  facts: PlanFacts;
  begun: HalfWritten;
  order: NoteOrder;
  onOrder: (order: NoteOrder) => void;
};

function Open({ open, facts, begun, order, onOrder }: OpenProps) {
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
  const act = useActions(open, { facts, begun, say, focus, setEdited, setSelected });
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
  { facts, begun, say, focus, setEdited, setSelected }: Setters & { facts: PlanFacts; begun: HalfWritten },
): OutlineActions {
  const { locale, sectors } = facts;
  return useMemo(() => {
    const select = (id: RecordId, isSelected: boolean) =>
      setSelected((before) => new Set(isSelected ? [...before, id] : [...before].filter((one) => one !== id)));
    const names = new Map(sectors.map(({ id, name }) => [id, name]));
    const means = {
      hand,
      history,
      now,
      writable,
      begun,
      lang: locale,
      sectors: names,
      say,
      focus,
      edit: setEdited,
      select,
    };
    return outlineActions(means);
  }, [locale, sectors, hand, history, now, writable, begun, say, focus, setEdited, setSelected]);
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
