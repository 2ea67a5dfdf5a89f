/** The board as headings and lists: zone → theme → note. What is read aloud, filled in on a phone, and made a report of. */
import type { MeasureFields, Note, PlanZone, RecordId } from '@samtavla/protocol';
import type * as Y from 'yjs';
import type { Home } from '../binding/find-record.ts';

/** What is locked stands in the plan, and is for facilitators to change. */
type Shared = { readonly document: 'plan' | 'canvas' };

/** Where it stands say the zone and the theme that it is listed in. */
export type OutlineNote = Omit<Note, 'zone' | 'theme'> & {
  readonly document: Home;
  /** The text, for an editor to be bound to; null where the record has none. */
  readonly fragment: Y.XmlFragment | null;
  /** Of a note on one's own desk, which nobody else sees yet; null of what all see. */
  readonly privately: { readonly isHeld: boolean } | null;
  /** Of a measure; null of a plain note. */
  readonly measure: MeasureFields | null;
};

export type OutlineTheme = Shared & {
  readonly id: RecordId;
  readonly title: string;
  readonly fragment: Y.XmlFragment | null;
  /** All that the theme gathers, whichever zone each of them lies in. */
  readonly notes: readonly OutlineNote[];
};

/** What is drawn and not written: told of, not read. A group is none beside what lies in it. */
export type ShapeCounts = { readonly drawings: number; readonly images: number; readonly others: number };

export type OutlineZone = {
  /** Null for what stands in no zone. */
  readonly zone: PlanZone | null;
  readonly themes: readonly OutlineTheme[];
  /** Those of no theme. */
  readonly notes: readonly OutlineNote[];
  readonly shapes: ShapeCounts;
};

export type Outline = {
  /** In the order of the plan, which is the template's until a facilitator changes it. */
  readonly zones: readonly OutlineZone[];
  /** What stands in no zone, and what stood in one that was taken away. */
  readonly loose: OutlineZone;
  /** How many records are shown by nobody: malformed, too large, too far away, or of a kind that this page does not know. */
  readonly skipped: number;
};

/** Of notes: as they lie, or the oldest first. */
export type NoteOrder = 'place' | 'time';

/** The groups that are others than before, those among them that are gone. Null is what stands in no zone. */
export type OutlineChange = {
  readonly zones: ReadonlySet<RecordId | null>;
  readonly themes: ReadonlySet<RecordId>;
};
