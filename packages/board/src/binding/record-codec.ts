/**
 * Between a record's flat map in a document and its form in the store, one table of kinds. Places are relative to the zone in the
 * document, and the page's in the store.
 */
import {
  answerKeys,
  answersOf,
  atOf,
  fragmentOf,
  isNoteKind,
  kindOf,
  measureFieldsOf,
  measureKeys,
  parentOf,
  placeOf,
  richTextOf,
  stringOf,
  zoneIdOf,
  zoneOf,
  type MeasureFields,
  type Place,
  type RecordId,
  type RecordKind,
  type RecordMap,
} from '@samtavla/protocol';
import type { StorePort, StoreRecord, StoreShape, StoreTie, Values } from './store-port.ts';

/** The shape types of the kinds that are ours; every other shape is a `shape` with its own type. */
export const NOTE_TYPE = 'board-note';
export const ZONE_TYPE = 'zone';
export const THEME_TYPE = 'theme';
/** What each kind is in the store; a kind that is not here is not shown. */
const TYPES: Readonly<Partial<Record<RecordKind, string>>> = {
  note: NOTE_TYPE,
  // A note with fields: one becomes the other and stays what it is, with all that hangs on it.
  measure: NOTE_TYPE,
  zone: ZONE_TYPE,
  theme: THEME_TYPE,
};
const OWN_TYPES: ReadonlySet<string> = new Set(Object.values(TYPES));
export const PAGE = 'page:page';
const SHAPE_PREFIX = 'shape:';

/** What a client derives by measuring: never in a document. */
const DERIVED_PROPS = new Set(['growY', 'fontSizeAdjustment']);
/** The props of a note and a zone that stand under keys of their own. */
const NOTE_KEYS = ['colour', 'author', 'perspective', 'createdAt', 'value'];
const ZONE_KEYS = ['w', 'h', 'zoneKind', 'title', 'question', 'tint', 'order', 'level', 'domain'];

export type Point = { readonly x: number; readonly y: number };
const NOWHERE: Point = { x: 0, y: 0 };

/** Where the zone with this id stands, or stood; null when there was never one. */
export type ZoneOrigins = (zone: string) => Point | null;

/** A record's place on the page, or in its parent, from its place relative to its zone. */
export function shownPlace(record: RecordMap, [x, y, rotation]: Place, origins: ZoneOrigins): Place {
  const origin = originOf(record, origins);
  return [x + origin.x, y + origin.y, rotation];
}

/** The inverse: where something that is shown there would stand in the record's own zone. */
export function storedPlace(record: RecordMap, { x, y, rotation }: StoreShape, origins: ZoneOrigins): Place {
  const origin = originOf(record, origins);
  return [x - origin.x, y - origin.y, rotation];
}

/** A zone stands on the page, whatever somebody has written that it stands in. */
function originOf(record: RecordMap, origins: ZoneOrigins): Point {
  const zone = kindOf(record) === 'zone' ? null : zoneIdOf(record);
  return (zone === null ? null : origins(zone)) ?? NOWHERE;
}

export const recordIdOf = (storeId: string): RecordId =>
  (storeId.startsWith(SHAPE_PREFIX) ? storeId.slice(SHAPE_PREFIX.length) : storeId) as RecordId;

export const storeIdOf = (id: RecordId, kind: RecordKind): string => (kind === 'binding' ? id : SHAPE_PREFIX + id);

/** The record's keys as they stand in the document, its text aside; an undefined value is one that a new record has no key for. */
export function encode(record: StoreRecord, origins: ZoneOrigins): Values {
  if (record.typeName === 'binding') return encodeTie(record);
  const zone = record.parentId === PAGE && record.type !== ZONE_TYPE ? textOrNone(record.meta['zone']) : undefined;
  const origin = zone === undefined ? NOWHERE : (origins(zone) ?? NOWHERE);
  const parent = record.parentId === PAGE ? null : recordIdOf(record.parentId);
  const placed = {
    at: atOf([record.x - origin.x, record.y - origin.y, record.rotation], { zone, parent }),
    index: record.index,
    opacity: record.opacity === 1 ? undefined : record.opacity,
  };
  if (record.type === NOTE_TYPE) {
    const theme = textOrNone(record.meta['theme']);
    const answers = answerKeys((record.props['answers'] ?? []) as RecordId[]);
    const written = { ...placed, theme, ...pick(record.props, NOTE_KEYS), ...answers };
    const measure = (record.props['measure'] ?? null) as MeasureFields | null;
    return measure === null ? { kind: 'note', ...written } : { kind: 'measure', ...written, ...measureKeys(measure) };
  }
  if (record.type === THEME_TYPE) return { kind: 'theme', ...placed };
  if (record.type === ZONE_TYPE) return { kind: 'zone', at: placed.at, ...pick(record.props, ZONE_KEYS) };
  const props = Object.entries(record.props).filter(([key]) => key !== 'richText' && !DERIVED_PROPS.has(key));
  const meta = Object.entries(record.meta).filter(([key]) => key !== 'zone');
  return { kind: 'shape', type: record.type, ...placed, ...prefixed('p.', props), ...prefixed('m.', meta) };
}

function encodeTie(tie: StoreTie): Values {
  return {
    kind: 'binding',
    type: tie.type,
    from: recordIdOf(tie.fromId),
    to: recordIdOf(tie.toId),
    ...prefixed('p.', Object.entries(tie.props)),
    ...prefixed('m.', Object.entries(tie.meta)),
  };
}

type DecodeContext = {
  readonly origins: ZoneOrigins;
  /** Where somebody drags the record meanwhile; null when nobody does. */
  readonly dragged: (id: RecordId) => Place | null;
  readonly defaultProps: StorePort['defaultProps'];
  /** Whether it stands in the plan, which is what locks it. */
  readonly isLocked?: boolean;
};

/**
 * The record as the store shows it; null when it has no form there: malformed, of an unknown kind or type, or a zone that was
 * taken away.
 */
export function decode(
  id: RecordId,
  record: RecordMap,
  { origins, dragged, defaultProps, isLocked = false }: DecodeContext,
): StoreRecord | null {
  const kind = kindOf(record);
  if (kind === 'binding') return decodeTie(id, record);
  const type = kind === null ? undefined : kind === 'shape' ? foreignType(record) : TYPES[kind];
  const place = placeOf(record);
  if (kind === null || type === undefined || place === null) return null;
  const defaults = defaultProps(type);
  if (defaults === null || (kind === 'zone' && zoneOf(id, record) === null)) return null;
  const zone = zoneIdOf(record);
  const theme = isNoteKind(kind) ? stringOf(record, 'theme') : undefined;
  const parent = parentOf(record);
  const [x, y, rotation] = shownPlace(record, dragged(id) ?? place, origins);
  const opacity = record.get('opacity');
  return {
    typeName: 'shape',
    id: storeIdOf(id, kind),
    type,
    x,
    y,
    rotation,
    index: stringOf(record, 'index') ?? 'a1',
    parentId: parent === null ? PAGE : SHAPE_PREFIX + parent,
    isLocked: isLocked || kind === 'zone',
    opacity: typeof opacity === 'number' ? opacity : 1,
    props: { ...defaults, ...propsOf(kind, record), ...textOf(record) },
    meta: {
      ...unprefixed('m.', record),
      ...(zone !== null && { zone }),
      ...(theme !== undefined && { theme }),
    },
  };
}

/** What is of a kind of ours says so by its kind: a shape that says it is a zone would be one that participants can write. */
function foreignType(record: RecordMap): string | undefined {
  const type = stringOf(record, 'type');
  return type === undefined || OWN_TYPES.has(type) ? undefined : type;
}

function decodeTie(id: RecordId, record: RecordMap): StoreTie | null {
  const [type, from, to] = [stringOf(record, 'type'), stringOf(record, 'from'), stringOf(record, 'to')];
  if (type === undefined || from === undefined || to === undefined) return null;
  return {
    typeName: 'binding',
    id,
    type,
    fromId: SHAPE_PREFIX + from,
    toId: SHAPE_PREFIX + to,
    props: unprefixed('p.', record),
    meta: unprefixed('m.', record),
  };
}

function propsOf(kind: RecordKind, record: RecordMap): Values {
  const known = (keys: readonly string[]) =>
    Object.fromEntries(keys.filter((key) => (record.get(key) ?? null) !== null).map((key) => [key, record.get(key)]));
  if (isNoteKind(kind)) return { ...known(NOTE_KEYS), ...answersIn(record), ...measureOf(record) };
  if (kind === 'theme') return {};
  return kind === 'zone' ? known(ZONE_KEYS) : unprefixed('p.', record);
}

function answersIn(record: RecordMap): Values {
  const answers = answersOf(record);
  return answers.length === 0 ? {} : { answers };
}

function measureOf(record: RecordMap): Values {
  const measure = measureFieldsOf(record);
  return measure === null ? {} : { measure };
}

function textOf(record: RecordMap): Values {
  const fragment = fragmentOf(record);
  return fragment === null ? {} : { richText: richTextOf(fragment) };
}

/** A shape's text as rich text; null for shapes without one. */
export const richTextPropOf = (record: StoreRecord): unknown =>
  record.typeName === 'shape' ? (record.props['richText'] ?? null) : null;

/** What a measuring client added stays when the record comes anew from the document. */
export function withDerived(next: StoreShape, current: StoreRecord | null): StoreShape {
  if (current?.typeName !== 'shape') return next;
  const derived = Object.entries(current.props).filter(([key]) => DERIVED_PROPS.has(key));
  return derived.length === 0 ? next : { ...next, props: { ...next.props, ...Object.fromEntries(derived) } };
}

const textOrNone = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** An absent value and null mean the same in the store and in the document; a new record has no key for either. */
const pick = (values: Values, keys: readonly string[]): Values =>
  Object.fromEntries(keys.map((key) => [key, values[key] ?? undefined]));

const prefixed = (prefix: string, entries: readonly [string, unknown][]): Values =>
  Object.fromEntries(entries.map(([key, value]) => [prefix + key, value]));

function unprefixed(prefix: string, record: RecordMap): Values {
  const values: Record<string, unknown> = {};
  for (const [key, value] of record) if (key.startsWith(prefix)) values[key.slice(prefix.length)] = value;
  return values;
}
