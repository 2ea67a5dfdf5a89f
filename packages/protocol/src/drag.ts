/**
 * Where records are being dragged, told to those who have the document open while it keeps their old places. Sent as Hocuspocus'
 * stateless messages of the document whose records they are: relayed by the server from whoever may write it, and kept nowhere.
 */
import * as z from 'zod/mini';
import type { RecordId } from './ids.ts';
import type { Place } from './layout/records.ts';
import { LIMITS } from './limits.ts';

/** As far out as a page goes. */
const coordinate = z.number().check(z.minimum(-1_000_000), z.maximum(1_000_000));
const id = z.string().check(z.minLength(1), z.maxLength(64));

export const dragMessage = z.object({
  /** From when somebody begins to drag until they let go; new each time. */
  gesture: id,
  /** Counts up within a gesture: what has a lower number than was heard is late. */
  n: z.int().check(z.nonnegative()),
  /** The sender's id in presence: when that leaves, nobody drags any more. */
  by: id,
  /** All that the gesture drags: id, then the place as in the document, relative to the zone or parent that the record has there. */
  places: z.array(z.tuple([id, coordinate, coordinate, coordinate])).check(z.maxLength(LIMITS.draggedRecords)),
  /** The last message: what it still places is about to be written, and stays until then. */
  end: z.boolean(),
});

export type DragMessage = {
  readonly gesture: string;
  readonly n: number;
  readonly by: string;
  readonly places: readonly (readonly [id: RecordId, ...place: Place])[];
  readonly end: boolean;
};

export const writeDrag = (message: DragMessage): string => JSON.stringify(message);

/** Null for what is no drag message: anybody may send anything. */
export function readDrag(text: string): DragMessage | null {
  if (text.length > LIMITS.dragBytes) return null;
  try {
    const { success, data } = dragMessage.safeParse(JSON.parse(text));
    return success ? (data as unknown as DragMessage) : null;
  } catch {
    return null;
  }
}
