/** Where on a board a record is: one id may stand in several of its documents, and counts once. */
import { kindOf, recordsOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';

/** A board's documents that hold records, as far as this person has them; the desk is their own. */
export type RecordDocs = { readonly plan: Y.Doc; readonly canvas: Y.Doc; readonly desk?: Y.Doc | null };

/** The document that a record is in. */
export type Home = 'plan' | 'canvas' | 'desk';

export type FoundRecord = { readonly home: Home; readonly record: RecordMap };

/** Those that are there, the first of which wins. */
export const homesIn = (docs: RecordDocs): readonly (readonly [Home, Y.Doc])[] => [
  ['plan', docs.plan],
  ['canvas', docs.canvas],
  ...(docs.desk ? [['desk', docs.desk] as const] : []),
];

/**
 * The record with this id, wherever it counts: `plan` wins over `canvas` and `canvas` over a desk, a zone is one in `plan` alone, and
 * a desk holds notes alone. Null when there is none.
 */
export function findRecord(docs: RecordDocs, id: RecordId): FoundRecord | null {
  const inPlan = recordsOf(docs.plan).get(id);
  if (inPlan instanceof Y.Map) return { home: 'plan', record: inPlan };
  const inCanvas = recordsOf(docs.canvas).get(id);
  if (inCanvas instanceof Y.Map) return kindOf(inCanvas) === 'zone' ? null : { home: 'canvas', record: inCanvas };
  const atDesk = docs.desk ? recordsOf(docs.desk).get(id) : undefined;
  return atDesk instanceof Y.Map && kindOf(atDesk) === 'note' ? { home: 'desk', record: atDesk } : null;
}

/** Whether any of the documents has something under this id. */
export const hasId = (docs: RecordDocs, id: RecordId): boolean =>
  homesIn(docs).some(([, doc]) => recordsOf(doc).has(id));
