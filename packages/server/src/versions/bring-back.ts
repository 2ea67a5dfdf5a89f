/**
 * Makes a document say again what it once said, as a change like any other: per record and property, so that what is equal is not
 * touched, and what somebody else writes meanwhile, or wrote offline, merges with it by Yjs' own rules. Pure: two documents, no server.
 */
import { isDeepStrictEqual } from 'node:util';
import { kindOf, recordsOf, removeZone, richTextOf, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';

/** What the software knows of a document, and no version of it changes. */
const OWN_KEYS = ['layout'];

export function bringBack(current: Y.Doc, old: Y.Doc): void {
  current.transact(() => {
    bringBackMap(current.getMap('about'), old.getMap('about'), OWN_KEYS);
    bringBackRecords(recordsOf(current), recordsOf(old));
  });
}

function bringBackRecords(current: Y.Map<RecordMap>, old: Y.Map<RecordMap>): void {
  for (const [id, record] of old) {
    const now = current.get(id);
    if (now instanceof Y.Map && record instanceof Y.Map) bringBackMap(now, record);
    else if (!isSame(now, record)) current.set(id, copyOf(record) as RecordMap);
  }
  for (const [id, record] of current) {
    if (old.has(id)) continue;
    // Notes stand relative to their zone, also those that somebody moved into it offline.
    if (record instanceof Y.Map && kindOf(record) === 'zone') takeAway(record);
    else current.delete(id);
  }
}

function takeAway(zone: RecordMap): void {
  if (zone.get('gone') !== true) removeZone(zone);
}

function bringBackMap(current: Y.Map<unknown>, old: Y.Map<unknown>, except: readonly string[] = []): void {
  for (const [key, value] of old) {
    if (except.includes(key)) continue;
    const now = current.get(key);
    if (isText(now) && isText(value)) bringBackText(now, value);
    else if (!isSame(now, value)) current.set(key, copyOf(value));
  }
  for (const key of current.keys()) if (!old.has(key) && !except.includes(key)) current.delete(key);
}

/** Paragraphs that are the same at the beginning and at the end stay, with whoever types in them; those between are replaced. */
function bringBackText(current: Y.XmlFragment, old: Y.XmlFragment): void {
  const [now, then] = [blocksOf(current), blocksOf(old)];
  const shorter = Math.min(now.length, then.length);
  let before = 0;
  while (before < shorter && isDeepStrictEqual(now[before], then[before])) before += 1;
  let after = 0;
  while (after < shorter - before && isDeepStrictEqual(now.at(-1 - after), then.at(-1 - after))) after += 1;
  const [gone, back] = [now.length - before - after, old.slice(before, then.length - after)];
  if (gone > 0) current.delete(before, gone);
  if (back.length > 0) current.insert(before, back.map(copyOf) as Y.XmlElement[]);
}

/** A fragment's class is also its elements' ancestor, and an element is no text of its own. */
const isText = (value: unknown): value is Y.XmlFragment =>
  value instanceof Y.XmlFragment && !(value instanceof Y.XmlElement);

/** Each of a text's children, as plain values to compare. */
const blocksOf = (text: Y.XmlFragment): unknown[] => text.toArray().map(plainOf);

function plainOf(value: unknown): unknown {
  if (value instanceof Y.XmlText) return ['text', value.toDelta()];
  if (value instanceof Y.XmlElement) return [value.nodeName, value.getAttributes(), blocksOf(value)];
  if (isText(value)) return [richTextOf(value), blocksOf(value)];
  return value instanceof Y.AbstractType ? [value.constructor.name, value.toJSON()] : value;
}

const isSame = (now: unknown, then: unknown): boolean => isDeepStrictEqual(plainOf(now), plainOf(then));

/** A shared type belongs to one document; plain values are taken as they are. */
const copyOf = (value: unknown): unknown => (value instanceof Y.AbstractType ? value.clone() : value);
