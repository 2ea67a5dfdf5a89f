import type { Place, RecordId } from '@samtavla/protocol';

type Places = ReadonlyMap<RecordId, Place>;

/**
 * What is under way in a document's records while the document keeps their old places: where this person drags them, and where
 * others do. Places are as in the document, relative to the zone or the parent that the record has there.
 */
export type Drags = {
  /** All that this person's gesture has moved, and where to: each time anew, as often as it changes. */
  tell(places: Places): void;
  /** The gesture is over; these places are about to be written. */
  end(places: Places): void;
  /** Where another drags the record now; null when nobody does. */
  placeOf(id: RecordId): Place | null;
  /** The document says anew where the record stands: that counts, and what its dragger sends late does not. */
  placed(id: RecordId): void;
  /** Calls back with the records whose `placeOf` has changed; returns the way to stop. */
  subscribe(listener: (ids: ReadonlySet<RecordId>) => void): () => void;
};

export const NO_DRAGS: Drags = {
  tell: () => {},
  end: () => {},
  placeOf: () => null,
  placed: () => {},
  subscribe: () => () => {},
};
