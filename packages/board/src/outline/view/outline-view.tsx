import './outline.css';
import './print.css';
import { isZoneOpen, layoutOf, type PlanFacts, type RecordId, type Stage } from '@samtavla/protocol';
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import * as m from '../../i18n/generated/messages.js';
import type { Attention } from '../../session/attention.ts';
import type { Connection } from '../../session/connection.ts';
import { dotsShown } from '../../session/vote-result.ts';
import { halfWritten, type HalfWritten } from '../../session/half-written.ts';
import type { StoredSession } from '../../session/stored-session.ts';
import { useSignal } from '../../session/use-signal.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useSmallScreen } from '../../ui/small-screen.ts';
import { Composer, ToComposer } from './composer.tsx';
import { outlineActions, type OutlineActions } from './outline-actions.ts';
import { OutlineSection } from './outline-section.tsx';
import { mostDotsFirst } from '../most-dots-first.ts';
import type { Outline } from '../outline-groups.ts';
import { siftFor } from '../sift.ts';
import { undoKey } from './text-field.tsx';
import {
  EVERYTHING,
  FilterFields,
  Foldable,
  OrderField,
  Selected,
  UndoButtons,
  type Filter,
  type ListOrder,
} from './outline-tools.tsx';
import { PrintHead } from './print-head.tsx';
import { useFocus } from './use-focus.tsx';
import { useOutline, type OpenOutline } from './use-outline.tsx';

const CopyOutline = lazyView(() => import('./copy-outline.tsx').then((module) => module.CopyOutline));

type Props = {
  connection: Connection;
  session: StoredSession;
  facts: PlanFacts;
  attention: Attention | null;
  /** Whether the browser's print dialog is opened as soon as the list is there. */
  isPrinting: boolean;
  /** Opens all of a measure. */
  onMeasure: (measure: RecordId) => void;
};

/** The board as headings and lists: everything on it that is words, and everything that can be done with them. */
export function OutlineView({ connection, session, facts, attention, isPrinting, onMeasure }: Props) {
  const [order, setOrder] = useState<ListOrder>('place');
  const open = useOutline(connection, order === 'dots' ? 'place' : order);
  const stage = useSignal(connection.stage);
  const { joined, shared } = session;
  const leads = joined.role === 'facilitator';
  const begun = useMemo(() => halfWritten(joined.board.id, shared), [joined, shared]);
  // Until the plan has come nobody knows what is asked, nor where an answer belongs.
  if (open === null || layoutOf(connection.plan.doc) === null) return <Waiting />;
  return (
    <Open
      open={open}
      facts={facts}
      stage={stage}
      leads={leads}
      begun={begun}
      attention={attention}
      isPrinting={isPrinting}
      onMeasure={onMeasure}
      order={order}
      onOrder={setOrder}
    />
  );
}

type OpenProps = {
  open: OpenOutline;
  facts: PlanFacts;
  stage: Stage;
  /** Whoever leads writes everywhere. */
  leads: boolean;
  begun: HalfWritten;
  attention: Attention | null;
  isPrinting: boolean;
  onMeasure: (measure: RecordId) => void;
  order: ListOrder;
  onOrder: (order: ListOrder) => void;
};

function Open({ open, facts, stage, leads, begun, attention, isPrinting, onMeasure, order, onOrder }: OpenProps) {
  const { outline, writable, history } = open;
  const [filter, setFilter] = useState<Filter>(EVERYTHING);
  const { locale } = facts;
  const sift = useMemo(() => siftFor({ ...soughtBy(filter), locale }), [filter, locale]);
  const dots = useMemo(() => dotsShown({ votes: stage.votes }), [stage.votes]);
  const shownOrder = order === 'dots' && dots.size === 0 ? 'place' : order;
  const sifted = sift(outline).outline;
  const { zones, loose } = useMemo(
    () => (shownOrder === 'dots' ? mostDotsFirst(sifted, dots) : sifted),
    [sifted, shownOrder, dots],
  );
  const isFiltered = filter.words.trim() !== '' || filter.sector !== null;
  const [edited, setEdited] = useState<RecordId | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<RecordId>>(new Set());
  const [said, say] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const isSmall = useSmallScreen();
  const openZones = leads ? 'all' : stage.open;
  const isOpen = useCallback((zone: RecordId | null) => isZoneOpen({ open: openZones }, zone), [openZones]);
  const writing = useWriting(outline, field, isOpen);
  const focus = useFocus(list, outline);
  const act = useActions(open, {
    facts,
    isOpen,
    dots,
    begun,
    openMeasure: onMeasure,
    say,
    focus,
    setEdited,
    setSelected,
  });
  const composes = isSmall && act.mayWriteIn(writing.zone?.id ?? null);
  const [shown, setShown] = useState(attention);
  if (attention !== shown) {
    // What one goes to must not be sifted away.
    setShown(attention);
    setFilter(EVERYTHING);
  }
  useEffect(() => {
    const [first] = attention?.records ?? [];
    if (first !== undefined) focus(first);
  }, [attention, focus]);
  useEffect(() => {
    if (isPrinting) print();
  }, [isPrinting]);
  useClosing(stage, begun, outline, act);
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
      <PrintHead facts={facts} outline={outline} />
      {composes && (
        <Composer zones={writing.zones} zone={writing.zone} onChoose={writing.choose} field={field} act={act} />
      )}
      <div className="outline-tools" data-size="sm">
        <Foldable isFolded={isSmall} name={m.outline_find()}>
          <FilterFields filter={filter} onFilter={setFilter} sectors={facts.sectors} />
          <OrderField order={shownOrder} hasDots={dots.size > 0} onOrder={onOrder} />
          <CopyOutline label={m.copy_list()} outline={{ zones, loose }} names={facts} />
        </Foldable>
        {(writable.canvas || writable.desk) && <UndoButtons history={history} act={act} />}
      </div>
      {selected.size > 0 && (
        <Selected ids={[...selected]} act={act} onClear={() => setSelected(new Set())}>
          <CopyOutline label={m.copy_selected()} outline={{ zones, loose }} names={facts} only={selected} />
        </Selected>
      )}
      <output className="ds-sr-only">{said}</output>
      {(isEmpty(loose) ? zones : [...zones, loose]).map((group) => (
        <OutlineSection
          key={group.zone?.id ?? ''}
          group={group}
          isFiltered={isFiltered}
          edited={edited}
          selected={selected}
          act={act}
          onWriteHere={composes && group.zone !== null && isOpen(group.zone.id) ? writing.writeIn : null}
        />
      ))}
      {composes && <ToComposer field={field} />}
    </div>
  );
}

/** The zone that is written in on a small screen: the first that is open, until one chooses another. */
function useWriting(
  { zones: groups }: Outline,
  field: RefObject<HTMLTextAreaElement | null>,
  isOpen: (zone: RecordId) => boolean,
) {
  const [chosen, choose] = useState<RecordId | null>(null);
  const zones = useMemo(
    () => groups.flatMap(({ zone }) => (zone !== null && isOpen(zone.id) ? [zone] : [])),
    [groups, isOpen],
  );
  const zone = zones.find(({ id }) => id === chosen) ?? zones[0] ?? null;
  const writeIn = useCallback(
    (id: RecordId) => {
      // The field of that zone has to be there: a phone shows its keyboard only to what gets the focus while it is being touched.
      flushSync(() => choose(id));
      field.current?.focus();
    },
    [field],
  );
  return { zones, zone, choose, writeIn };
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

/** What is half written in a zone that closes is put on the board while that can still be done: it counts. */
function useClosing(stage: Stage, begun: HalfWritten, { zones }: Outline, act: OutlineActions): void {
  const before = useRef(stage);
  useEffect(() => {
    const { canvas, desk, open } = before.current;
    before.current = stage;
    // Where a round begins, the field is still there, and what is in it is for one's desk.
    const isClosing = canvas === 'open' && stage.canvas === 'closing' && stage.round === null;
    if (!isClosing && !(desk === 'open' && stage.desk === 'closing')) return;
    for (const id of [null, ...zones.flatMap(({ zone }) => zone?.id ?? [])]) {
      const text = begun.of(id ?? '').trim();
      if (text === '' || !isZoneOpen({ open }, id)) continue;
      act.write(text, { zone: id });
      begun.keep(id ?? '', '');
    }
  }, [stage, begun, zones, act]);
}

/** The same object as long as the outline is open: thousands of notes hold it. */
function useActions(
  { hand, history, now, writable }: OpenOutline,
  {
    facts,
    isOpen,
    dots,
    begun,
    openMeasure,
    say,
    focus,
    setEdited,
    setSelected,
  }: Setters & {
    facts: PlanFacts;
    isOpen: OutlineActions['isOpen'];
    dots: ReadonlyMap<RecordId, number>;
    begun: HalfWritten;
    openMeasure: OutlineActions['openMeasure'];
  },
): OutlineActions {
  const { locale, sectors, levels, domains } = facts;
  return useMemo(() => {
    const select = (id: RecordId, isSelected: boolean) =>
      setSelected((before) => new Set(isSelected ? [...before, id] : [...before].filter((one) => one !== id)));
    const names = new Map(sectors.map(({ id, name }) => [id, name]));
    const means = {
      hand,
      history,
      now,
      writable,
      isOpen,
      begun,
      openMeasure,
      measureNames: { sectors, levels, domains },
      lang: locale,
      sectors: names,
      dots,
      say,
      focus,
      edit: setEdited,
      select,
    };
    return outlineActions(means);
  }, [
    locale,
    sectors,
    levels,
    domains,
    hand,
    history,
    now,
    writable,
    isOpen,
    dots,
    begun,
    openMeasure,
    say,
    focus,
    setEdited,
    setSelected,
  ]);
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
