/**
 * Measures (tiltak): what a group will do. The record of one has all that a note's has, so that a note becomes a measure, and is a note
 * again, with its text, its author, its dots and whatever points to it; and keys of its own, each by itself, so that two people who
 * fill in different fields both win. Absent and null are the same.
 *
 * `status`, `owner`, `due`, `level`, `role`, `domain`, `effect`, `effort`: see `MeasureFields`. What it answers says every note (`notes.ts`).
 */
import type * as Y from 'yjs';
import type { RecordId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { addOfKind, noteOf, type NewNote, type Note } from './notes.ts';
import { recordsOfKind, stringOf, type RecordMap } from './records.ts';
import { SCALE } from './scale.ts';

export const MEASURE_STATUSES = ['idea', 'agreed', 'started', 'done', 'dropped'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

export type MeasureFields = {
  readonly status: MeasureStatus;
  /** Who answers for it, by name. */
  readonly owner: string | null;
  /** A day, `2027-03-12`. */
  readonly due: string | null;
  /** Ids in the board's lists of levels, of who one is and of domains; what they name may be gone from there. */
  readonly level: string | null;
  readonly role: string | null;
  readonly domain: string | null;
  /** What it would change, and what it takes; on the scale, and not always whole. */
  readonly effect: number | null;
  readonly effort: number | null;
};

export type Measure = Note & { readonly measure: MeasureFields };

export const NO_FIELDS: MeasureFields = {
  status: 'idea',
  owner: null,
  due: null,
  level: null,
  role: null,
  domain: null,
  effect: null,
  effort: null,
};

/** What is missing or not what it should be comes out empty: a date that is none breaks nothing but itself. Null for what is no measure. */
export function measureFieldsOf(record: RecordMap): MeasureFields | null {
  if (record.get('kind') !== 'measure') return null;
  const text = (key: string) => stringOf(record, key)?.slice(0, LIMITS.nameCharacters) || null;
  return {
    status: MEASURE_STATUSES.find((status) => status === record.get('status')) ?? 'idea',
    owner: text('owner'),
    due: dayOf(record.get('due')),
    level: text('level'),
    role: text('role'),
    domain: text('domain'),
    effect: onScale(record.get('effect')),
    effort: onScale(record.get('effort')),
  };
}

/** The day that is written so, if there is one: the 31st of February is none. */
export function dayOf(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : null;
}

const onScale = (value: unknown): number | null =>
  typeof value === 'number' && value >= SCALE.least && value <= SCALE.most ? value : null;

/** Writes those fields that are other than they were. Inside the caller's transaction. */
export function setMeasureFields(record: RecordMap, values: Partial<MeasureFields>): void {
  for (const [key, value] of Object.entries(values)) if ((record.get(key) ?? null) !== value) record.set(key, value);
}

/** The keys that fields are written under, of a record that is made with them. */
export const measureKeys = (fields: Partial<MeasureFields>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? undefined]));

/** Adds a measure, in one transaction. */
export const addMeasure = (doc: Y.Doc, note: NewNote, fields: Partial<MeasureFields> = {}): RecordId =>
  addOfKind(doc, 'measure', note, measureKeys(fields));

/** All readable measures, in no particular order. */
export function readMeasures(doc: Y.Doc): Measure[] {
  return [...recordsOfKind(doc, 'measure')].flatMap(([id, record]) => {
    const [note, measure] = [noteOf(id, record), measureFieldsOf(record)];
    return note === null || measure === null ? [] : [{ ...note, measure }];
  });
}
