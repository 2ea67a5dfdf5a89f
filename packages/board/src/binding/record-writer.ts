/** From what the user changed in a store to a document's records: property by property, inside the caller's transaction. */
import {
  fragmentOf,
  fragmentOfRichText,
  kindOf,
  removeZone,
  replaceText,
  richTextOf,
  type RecordMap,
  type RichText,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import { equal } from './equal.ts';
import { encode, recordIdOf, richTextPropOf, type ZoneOrigins } from './record-codec.ts';
import type { StoreRecord, UserChange, Values } from './store-port.ts';

export type WriteContext = { readonly origins: ZoneOrigins; readonly openText: string | null };

export function writeChange(records: Y.Map<RecordMap>, { id, prev, next }: UserChange, context: WriteContext): void {
  const recordId = recordIdOf(id);
  const record = records.get(recordId);
  if (next === null) {
    if (record !== undefined && kindOf(record) === 'zone') removeZone(record);
    else records.delete(recordId);
    return;
  }
  const values = encode(next, context.origins);
  if (record === undefined) {
    records.set(recordId, made(values, next));
    return;
  }
  const before: Values = prev === null ? {} : encode(prev, context.origins);
  for (const key of changedKeys(before, values)) {
    const value = values[key];
    if (value === undefined && isOpaque(key)) record.delete(key);
    else record.set(key, value ?? null);
  }
  if (id !== context.openText) writeText(record, prev, next);
}

/**
 * What the canvas library may have its own meaning for null in. Of our own keys none is taken away: a key without a value would not
 * compete with what another gives it at once, and Yjs cannot bring back what stood there before, once something else was set
 * there, taken back and forgotten.
 */
const isOpaque = (key: string): boolean => key.startsWith('p.') || key.startsWith('m.');

/** The keys whose value the user changed. */
function changedKeys(before: Values, after: Values): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !equal(before[key], after[key]));
}

function made(values: Values, next: StoreRecord): RecordMap {
  const record: RecordMap = new Y.Map();
  for (const [key, value] of Object.entries(values)) if (value !== undefined) record.set(key, value);
  const text = richTextPropOf(next);
  if (text !== null) record.set('text', fragmentOfRichText(text as RichText));
  return record;
}

function writeText(record: RecordMap, prev: StoreRecord | null, next: StoreRecord): void {
  const text = richTextPropOf(next);
  if (text === null || (prev !== null && equal(richTextPropOf(prev), text))) return;
  const fragment = fragmentOf(record);
  if (fragment === null) record.set('text', fragmentOfRichText(text as RichText));
  else if (!equal(richTextOf(fragment), text)) replaceText(fragment, text as RichText);
}
