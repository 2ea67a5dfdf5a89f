/** What others have done on the board since one last asked, as one would tell it: which notes, where, from whom. */
import {
  authorOf,
  fragmentOf,
  isNoteKind,
  kindOf,
  parentOf,
  perspectiveOf,
  recordsOf,
  stringOf,
  zoneIdOf,
  type Millis,
  type ParticipantId,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import { findRecord, homesIn, type RecordDocs } from '../binding/find-record.ts';
import { holdersOf } from '../binding/holders.ts';
import { changedIn, type RecordEvent } from '../binding/record-events.ts';

export type Happening = 'new' | 'moved' | 'changed' | 'gone';

/** Something that happened to notes in one zone. */
export type NewsItem = {
  readonly what: Happening;
  /** Where they are now; of those that are gone, where they were. Null is outside the zones. */
  readonly zone: RecordId | null;
  readonly notes: readonly RecordId[];
  /** Ids of the sectors they are seen from, each once. */
  readonly sectors: readonly string[];
};

export type FollowedNews = {
  /** Calls back each time that others have changed something. */
  subscribe(listener: () => void): () => void;
  /** What has come of it since the last time, the new first; empty where it came to nothing. */
  take(): NewsItem[];
  close(): void;
};

/** A note that somebody writes on for long is told of once in this time. */
const AGAIN_AFTER_MILLIS = 60_000;

const ORDER: readonly Happening[] = ['new', 'moved', 'changed', 'gone'];

/** A note with something written on it. */
type Seen = { readonly zone: RecordId | null; readonly sector: string | null; readonly author: string | null };

/** @param me whose own notes, from another tab, are no news; null where notes name nobody */
export function followNews(docs: RecordDocs, me: ParticipantId | null, now: () => Millis): FollowedNews {
  const roots = homesIn(docs).map(([, doc]) => recordsOf(doc));
  const look = (id: RecordId): Seen | null => seenIn(docs, id);
  const known = new Map<RecordId, Seen>();
  const know = (id: RecordId, seen: Seen | null) => void (seen === null ? known.delete(id) : known.set(id, seen));
  const touched = new Set<RecordId>();
  const written = new Set<RecordId>();
  const toldAt = new Map<RecordId, Millis>();
  const listeners = new Set<() => void>();
  for (const root of roots) for (const id of root.keys() as IterableIterator<RecordId>) know(id, look(id));

  const hear = (events: RecordEvent[], { local }: Y.Transaction): void => {
    const { changed, replaced } = changedIn(events);
    if (local) {
      for (const id of changed) know(id, look(id));
      return;
    }
    for (const id of changed) touched.add(id);
    for (const { path } of events) if (path[1] === 'text') written.add(path[0] as RecordId);
    for (const id of replaced) written.add(id);
    for (const listener of listeners) listener();
  };
  for (const root of roots) root.observeDeep(hear);

  const happenedTo = (id: RecordId, seen: Seen | null): Happening | null => {
    const before = known.get(id) ?? null;
    if (seen === null) return before === null ? null : 'gone';
    if (before === null) return seen.author !== null && seen.author === me ? null : 'new';
    if (seen.zone !== before.zone) return 'moved';
    const isTold = now() - (toldAt.get(id) ?? Number.NEGATIVE_INFINITY) < AGAIN_AFTER_MILLIS;
    return written.has(id) && !isTold ? 'changed' : null;
  };

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    take() {
      const items = new Map<string, { what: Happening; zone: RecordId | null; notes: RecordId[]; from: Set<string> }>();
      for (const id of touched) {
        const seen = look(id);
        const what = happenedTo(id, seen);
        const said = seen ?? known.get(id);
        know(id, seen);
        if (what === null || said === undefined) continue;
        toldAt.set(id, now());
        const key = `${what} ${said.zone}`;
        const item = items.get(key) ?? { what, zone: said.zone, notes: [], from: new Set() };
        item.notes.push(id);
        if (said.sector !== null) item.from.add(said.sector);
        items.set(key, item);
      }
      touched.clear();
      written.clear();
      return [...items.values()]
        .toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what))
        .map(({ from, ...item }) => ({ ...item, sectors: [...from] }));
    },
    close() {
      listeners.clear();
      for (const root of roots) root.unobserveDeep(hear);
    },
  };
}

/** Null where it is no note, or nothing is written on it yet. */
function seenIn(docs: RecordDocs, id: RecordId): Seen | null {
  const record = findRecord(docs, id)?.record;
  if (record === undefined || !isNoteKind(kindOf(record))) return null;
  const fragment = fragmentOf(record);
  if (fragment === null || !hasLetters(fragment)) return null;
  return {
    zone: zoneOver(docs, id, record),
    sector: perspectiveOf(record.get('perspective')).sector ?? null,
    author: authorOf(record.get('author'))?.id ?? null,
  };
}

/** The theme's zone before the note's own: a theme has all that it gathers. */
function zoneOver(docs: RecordDocs, id: RecordId, record: RecordMap): RecordId | null {
  const find = (one: RecordId) => findRecord(docs, one)?.record ?? null;
  const theme = stringOf(record, 'theme') as RecordId | undefined;
  const gathering = theme === undefined ? null : find(theme);
  const standing = gathering !== null && kindOf(gathering) === 'theme' ? gathering : record;
  const outermost = holdersOf(id, parentOf(standing), find, parentOf).at(-1) ?? standing;
  const zone = zoneIdOf(outermost);
  const there = zone === null ? null : find(zone);
  return there !== null && kindOf(there) === 'zone' && there.get('gone') !== true ? zone : null;
}

const hasLetters = (fragment: Y.XmlFragment): boolean =>
  fragment
    .toArray()
    .some((child) =>
      child instanceof Y.XmlText ? child.length > 0 : child instanceof Y.XmlElement && hasLetters(child),
    );
