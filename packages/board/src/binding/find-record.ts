import { kindOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';

type Records = Y.Map<RecordMap>;

/** The record with this id, wherever it counts: `plan` wins over `canvas`, and a zone in `canvas` is none. Null when there is none. */
export function findRecord(plan: Records, canvas: Records, id: RecordId): RecordMap | null {
  const inPlan = plan.get(id);
  if (inPlan instanceof Y.Map) return inPlan;
  const inCanvas = canvas.get(id);
  return inCanvas instanceof Y.Map && kindOf(inCanvas) !== 'zone' ? inCanvas : null;
}
