/** What a change of a document means for the records in it. */
import type { RecordId, RecordMap } from '@samtavla/protocol';
import type * as Y from 'yjs';

export type RecordEvent = Y.YEvent<RecordMap | Y.Map<RecordMap>>;

type Changed = {
  readonly changed: Set<RecordId>;
  /** Those on which other records' places hang. */
  readonly moved: Set<RecordId>;
  /** Those whose text is another than before. */
  readonly replaced: Set<RecordId>;
};

/** The ids of the records that an observation of the root map touched. */
export function changedIn(events: readonly RecordEvent[]): Changed {
  const changed = new Set<RecordId>();
  const moved = new Set<RecordId>();
  const replaced = new Set<RecordId>();
  for (const event of events) {
    for (const [key, { action }] of event.keys) {
      if (action !== 'update') continue;
      if (event.path.length === 0) replaced.add(key as RecordId);
      else if (event.path.length === 1 && key === 'text') replaced.add(event.path[0] as RecordId);
    }
    const [id] = event.path;
    const isRecord = typeof id === 'string';
    for (const each of isRecord ? [id] : event.keys.keys()) changed.add(each as RecordId);
    if (!isRecord) for (const each of event.keys.keys()) moved.add(each as RecordId);
    else if (event.path.length === 1 && MOVING_KEYS.some((key) => event.keys.has(key))) moved.add(id as RecordId);
  }
  return { changed, moved, replaced };
}

/** Where it stands, and of a zone whether it is there. */
const MOVING_KEYS = ['at', 'gone'];
