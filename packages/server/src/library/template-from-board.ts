/**
 * What of a board a template takes along. Nothing is taken over as it stands: each part is read by its typed reader, or key by key, so
 * that who wrote something, when, and under which id is not even looked at. Pure: two documents in, a value out.
 */
import {
  fragmentOf,
  kindOf,
  parentOf,
  placeOf,
  readPlanFacts,
  readZones,
  recordsOf,
  richTextOf,
  stringOf,
  zoneIdOf,
  zonePlace,
  type PlanZone,
  type RecordId,
  type RecordMap,
  type SaveTemplateRequest,
  type TemplateContent,
  type TemplateThing,
} from '@samtavla/protocol';
import * as Y from 'yjs';

type Wish = Pick<SaveTemplateRequest, 'questions' | 'phases' | 'guide' | 'perspectives' | 'things'>;
type Taken = { readonly id: string; readonly record: RecordMap; readonly locked: boolean };

export function templateFromBoard(plan: Y.Doc, canvas: Y.Doc, wish: Wish): TemplateContent {
  const facts = readPlanFacts(plan);
  const zones = readZones(plan);
  const zoneAt = new Map(zones.map(({ id }, at) => [id, at]));
  return {
    locale: facts.locale,
    guide: wish.guide ? facts.guide : '',
    zones: zones.map(({ kind, title, question, box, tint }) => ({
      kind,
      title,
      question: wish.questions ? question : '',
      box,
      tint,
    })),
    phases: wish.phases
      ? facts.phases.map(({ name, minutes, zones: open, private: isPrivate, closes, vote }) => ({
          name,
          minutes,
          zones: open.flatMap((zone) => zoneAt.get(zone) ?? []),
          private: isPrivate,
          closes,
          vote,
        }))
      : [],
    sectors: wish.perspectives ? [...facts.sectors] : [],
    levels: wish.perspectives ? [...facts.levels] : [],
    things: thingsIn(plan, canvas, wish.things, zones),
  };
}

function thingsIn(plan: Y.Doc, canvas: Y.Doc, wanted: readonly string[], zones: readonly PlanZone[]): TemplateThing[] {
  const taken = takenFrom(plan, canvas, new Set(wanted));
  const at = new Map(taken.map(({ id }, place) => [id, place]));
  const zoneAt = new Map(zones.map(({ id }, place) => [id as string, place]));
  return taken.map(({ record, locked }) => thingOf(record, locked, { at, zoneAt, plan }));
}

/** What is asked for, what lies in it, and the ties between what is taken. What is locked wins over what is not, as it does on the board. */
function takenFrom(plan: Y.Doc, canvas: Y.Doc, wanted: Set<string>): Taken[] {
  const all = new Map<string, Taken>();
  for (const [doc, locked] of [
    [canvas, false],
    [plan, true],
  ] as const)
    for (const [id, record] of recordsOf(doc)) if (record instanceof Y.Map) all.set(id, { id, record, locked });
  const inside = Map.groupBy([...all.values()], ({ record }) => parentOf(record));
  // A set is walked in the order it grows: what was found is looked into in its turn.
  for (const id of wanted) for (const each of inside.get(id as RecordId) ?? []) wanted.add(each.id);
  const isIt = ({ id, record }: Taken) => {
    const kind = kindOf(record);
    if (kind === 'binding') return wanted.has(textOf(record, 'from')) && wanted.has(textOf(record, 'to'));
    const isStanding =
      kind === 'note' || kind === 'theme' || (kind === 'shape' && stringOf(record, 'type') !== undefined);
    return isStanding && wanted.has(id) && placeOf(record) !== null;
  };
  return [...all.values()].filter(isIt);
}

type Context = {
  readonly at: ReadonlyMap<string, number>;
  readonly zoneAt: ReadonlyMap<string, number>;
  readonly plan: Y.Doc;
};

function thingOf(record: RecordMap, locked: boolean, { at, zoneAt, plan }: Context): TemplateThing {
  const kind = kindOf(record) as TemplateThing['kind'];
  const text = fragmentOf(record);
  const found = (id: string | undefined, key: string, among = at) => {
    const place = id === undefined ? undefined : among.get(id);
    return place === undefined ? {} : { [key]: place };
  };
  const zone = zoneIdOf(record) ?? undefined;
  return {
    kind,
    locked,
    ...(kind !== 'binding' && { at: placeIn(record, zone !== undefined && !zoneAt.has(zone) ? plan : null) }),
    ...found(zone, 'zone', zoneAt),
    ...found(parentOf(record) ?? undefined, 'parent'),
    ...found(stringOf(record, 'theme'), 'theme'),
    ...found(stringOf(record, 'from'), 'from'),
    ...found(stringOf(record, 'to'), 'to'),
    values: valuesOf(record),
    ...(text !== null && { text: richTextOf(text) as unknown as TemplateThing['text'] }),
  };
}

/** @param plan where its zone stood, of which the template has none: then the place is on the page */
function placeIn(record: RecordMap, plan: Y.Doc | null): [number, number, number] {
  const [x, y, rotation] = placeOf(record) ?? [0, 0, 0];
  const zone = plan === null ? undefined : recordsOf(plan).get(zoneIdOf(record) ?? '');
  const origin = (zone instanceof Y.Map ? zonePlace(zone) : null) ?? { x: 0, y: 0 };
  return [x + origin.x, y + origin.y, rotation];
}

const VALUES = /^(type|index|opacity|colour|p\.[A-Za-z]{1,40})$/;

function valuesOf(record: RecordMap): TemplateThing['values'] {
  const values: Record<string, unknown> = {};
  for (const [key, value] of record) if (VALUES.test(key) && isJson(value)) values[key] = value;
  return values as TemplateThing['values'];
}

/** Deeper than any shape of tldraw's. */
const DEEPEST = 12;

function isJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((part) => isJson(part, depth + 1));
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).every((part) => isJson(part, depth + 1));
}

const textOf = (record: RecordMap, key: string): string => stringOf(record, key) ?? '';
