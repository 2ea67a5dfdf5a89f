/** The outline of a board's documents, kept equal to them. */
import { recordsOf, type RecordId } from '@samtavla/protocol';
import { homesIn, type RecordDocs } from '../binding/find-record.ts';
import { changedIn, type RecordEvent } from '../binding/record-events.ts';
import { OutlineKeeper, type Listing } from './outline-keeper.ts';
import type { NoteOrder, Outline, OutlineChange } from './outline-groups.ts';
import { readRecord } from './reading.ts';

export type FollowedOutline = {
  get(): Outline;
  /** Calls back after each change of what the outline says; returns the way to stop. */
  subscribe(listener: (change: OutlineChange) => void): () => void;
  /** Where a note or a theme is listed; null when it is not in the outline. */
  listingOf(id: RecordId): Listing | null;
  close(): void;
};

export function followOutline(docs: RecordDocs, order: NoteOrder = 'place'): FollowedOutline {
  const keeper = new OutlineKeeper((id) => readRecord(docs, id), order);
  const listeners = new Set<(change: OutlineChange) => void>();
  const roots = homesIn(docs).map(([, doc]) => recordsOf(doc));
  keeper.take(new Set(roots.flatMap((root) => [...root.keys()] as RecordId[])));
  const onChange = (events: RecordEvent[]): void => {
    const change = keeper.take(changedIn(events).changed);
    if (change !== null) for (const listener of listeners) listener(change);
  };
  for (const root of roots) root.observeDeep(onChange);
  return {
    get: () => keeper.now,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    listingOf: (id) => keeper.listingOf(id),
    close() {
      listeners.clear();
      for (const root of roots) root.unobserveDeep(onChange);
    },
  };
}

/** The outline of the documents as they are. */
export function readOutline(documents: RecordDocs, order?: NoteOrder): Outline {
  const followed = followOutline(documents, order);
  followed.close();
  return followed.get();
}
