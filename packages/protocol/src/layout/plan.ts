/** `plan`: what the workshop is. Root map `about` holds its facts, root map `records` its zones and whatever is locked. */
import {
  LOCALES,
  ZONE_KINDS,
  ZONE_TINTS,
  type Box,
  type Locale,
  type VoteRule,
  type ZoneCell,
  type ZoneKind,
  type ZoneTint,
} from '@samtavla/templates';
import type * as Y from 'yjs';
import { randomId, type RecordId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { stampLayout } from './layout-version.ts';
import { isInBox } from './theme-layout.ts';
import { addRecord, atOf, placeOf, recordsOfKind, stringOf, type RecordMap } from './records.ts';

/** A name in the board's own language, which facilitators may change. */
export type NamedChoice = { readonly id: string; readonly name: string };

export type PlanPhase = {
  readonly id: string;
  readonly name: string;
  readonly minutes: number | null;
  readonly zones: readonly RecordId[];
  readonly private: boolean;
  /** Whether writing closes when its time is up. */
  readonly closes: boolean;
  /** How it votes; null for a phase that does not. */
  readonly vote: VoteRule | null;
};

export type PlanFacts = {
  readonly title: string;
  readonly locale: Locale;
  readonly template: string;
  readonly preset: string;
  readonly anonymous: boolean;
  /** For whoever leads, in the board's language; empty where there is none. */
  readonly guide: string;
  readonly sectors: readonly NamedChoice[];
  readonly levels: readonly NamedChoice[];
  /** The fields that measures belong to (fagområder). */
  readonly domains: readonly NamedChoice[];
  /** The value areas that goals and measures are seen by; empty for a board without that lens. */
  readonly values: readonly NamedChoice[];
  readonly phases: readonly PlanPhase[];
};

export type PlanZone = {
  readonly id: RecordId;
  readonly kind: ZoneKind;
  readonly title: string;
  readonly question: string;
  readonly box: Box;
  readonly tint: ZoneTint;
  /** Of a zone that is a cell of level and domain: what is made there belongs to both. */
  readonly cell?: ZoneCell | undefined;
  /** Its place in reading order, from 0. */
  readonly order: number;
};

const about = (doc: Y.Doc) => doc.getMap<unknown>('about');

export function writePlanFacts(doc: Y.Doc, facts: PlanFacts): void {
  stampLayout(doc);
  for (const [key, value] of Object.entries(facts)) about(doc).set(key, value);
}

/** All of them in one, so that an order is never half of two: of two that are written at once one wins whole. */
export function writePhases(doc: Y.Doc, phases: readonly PlanPhase[]): void {
  about(doc).set('phases', phases);
}

/** All of them in one, as the phases. */
export function writeDomains(doc: Y.Doc, domains: readonly NamedChoice[]): void {
  about(doc).set('domains', domains);
}

export function renameBoard(doc: Y.Doc, title: string): void {
  about(doc).set('title', title);
}

/** The plan's facts; what is missing or of the wrong type comes out empty, so that one bad key never breaks a board. */
export function readPlanFacts(doc: Y.Doc): PlanFacts {
  const map = about(doc);
  const text = (key: string) => stringOf(map, key) ?? '';
  const list = <T>(key: string, isOne: (value: unknown) => value is T): T[] => {
    const value: unknown = map.get(key);
    return Array.isArray(value) ? value.filter(isOne) : [];
  };
  return {
    title: text('title'),
    locale: LOCALES.find((locale) => locale === map.get('locale')) ?? 'nb',
    template: text('template'),
    preset: text('preset'),
    anonymous: map.get('anonymous') === true,
    guide: text('guide'),
    sectors: list('sectors', isChoice),
    levels: list('levels', isChoice),
    domains: list('domains', isChoice),
    values: list('values', isChoice),
    phases: list('phases', isPhase).map(phaseOf),
  };
}

/** Whoever writes the plan may have written anything under a key: a phase is never more than its type says. */
function phaseOf({ id, name, minutes, zones, ...rest }: RawPhase): PlanPhase {
  const isTimed = typeof minutes === 'number' && minutes > 0 && minutes <= LIMITS.phaseMinutes;
  const isPrivate = rest.private === true;
  return {
    id,
    name,
    minutes: isTimed ? minutes : null,
    zones: zones.filter((zone) => typeof zone === 'string') as RecordId[],
    private: isPrivate,
    // Before phases ran, plans did not say.
    closes: typeof rest.closes === 'boolean' ? rest.closes : isPrivate,
    vote: isVote(rest.vote) ? rest.vote : null,
  };
}

type RawPhase = Pick<PlanPhase, 'id' | 'name'> & { readonly zones: readonly unknown[] } & {
  readonly [Key in 'minutes' | 'private' | 'closes' | 'vote']?: unknown;
};

function isVote(value: unknown): value is VoteRule {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, dots, most } = value as Partial<Record<string, unknown>>;
  return kind === 'fingers' || kind === 'rating' || (isNumber(dots) && isNumber(most));
}

const isChoice = (value: unknown): value is NamedChoice => hasStrings(value, ['id', 'name']);

const isPhase = (value: unknown): value is RawPhase =>
  hasStrings(value, ['id', 'name']) && Array.isArray((value as Partial<RawPhase>).zones);

const hasStrings = (value: unknown, keys: readonly string[]): boolean =>
  typeof value === 'object' &&
  value !== null &&
  keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

/** In reading order also by name: the canvas, and with it a keyboard and a screen reader, comes to shapes in the order of their ids. */
export const newZoneId = (order: number): RecordId => `0${String(order).padStart(2, '0')}-${randomId()}` as RecordId;

export function addZone(doc: Y.Doc, zone: PlanZone): RecordMap {
  const { id, box, kind, cell, ...rest } = zone;
  return addRecord(doc, id, {
    kind: 'zone',
    zoneKind: kind,
    at: atOf([box.x, box.y, 0]),
    w: box.w,
    h: box.h,
    ...cell,
    ...rest,
  });
}

/**
 * Takes a zone away. Its record stays, marked, because its notes stand relative to it: they keep their place on the page, and
 * show as belonging to no zone.
 */
export const removeZone = (record: RecordMap): void => {
  record.set('gone', true);
};

/** Where a zone stands or stood, which is what its notes' places are relative to; null when the record is no zone. */
export function zonePlace(record: RecordMap): { readonly x: number; readonly y: number } | null {
  const at = record.get('kind') === 'zone' ? placeOf(record) : null;
  return at === null ? null : { x: at[0], y: at[1] };
}

/** The zone in a record; null when it is none, was taken away, or cannot be shown. */
export function zoneOf(id: RecordId, record: RecordMap): PlanZone | null {
  const at = placeOf(record);
  const [w, h, order] = [record.get('w'), record.get('h'), record.get('order')];
  const [level, domain] = [stringOf(record, 'level'), stringOf(record, 'domain')];
  if (record.get('kind') !== 'zone' || record.get('gone') === true || at === null || !isLength(w) || !isLength(h))
    return null;
  return {
    id,
    kind: ZONE_KINDS.find((kind) => kind === record.get('zoneKind')) ?? 'other',
    title: stringOf(record, 'title') ?? '',
    question: stringOf(record, 'question') ?? '',
    box: { x: at[0], y: at[1], w, h },
    tint: ZONE_TINTS.find((tint) => tint === record.get('tint')) ?? 'grey',
    ...(level !== undefined && domain !== undefined && { cell: { level, domain } }),
    order: isNumber(order) ? order : 0,
  };
}

const isNumber = (value: unknown): value is number => Number.isFinite(value);
const isLength = (value: unknown): value is number => isNumber(value) && value > 0;

/** To sort zones by, in reading order. */
export const inZoneOrder = (a: PlanZone, b: PlanZone): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** The zones in reading order. */
export function readZones(doc: Y.Doc): PlanZone[] {
  const zones: PlanZone[] = [];
  for (const [id, record] of recordsOfKind(doc, 'zone')) {
    const zone = zoneOf(id, record);
    if (zone !== null) zones.push(zone);
  }
  return zones.toSorted(inZoneOrder);
}

/** The zone in which something stands whose middle is here; null outside every zone. Of two that overlap it is the later one. */
export function zoneOver<Zone extends { readonly box: Box }>(
  zones: readonly Zone[],
  middle: { readonly x: number; readonly y: number },
): Zone | null {
  return zones.findLast(({ box }) => isInBox(box, middle)) ?? null;
}
