/**
 * What of a board a template takes along. Nothing is taken over as it stands: each part is read by its typed reader, or key by key, so
 * that who wrote something, when, and under which id is not even looked at. Pure: two documents in, a value out.
 */
import {
  answersOf,
  choiceSchema,
  fragmentOf,
  isNoteKind,
  kindOf,
  LIMITS,
  measureFieldsOf,
  parentOf,
  placeOf,
  readPlanFacts,
  readZones,
  recordsOf,
  richTextOf,
  stringOf,
  zoneIdOf,
  zonePlace,
  type NamedChoice,
  type PlanZone,
  type RecordId,
  type RecordMap,
  type SaveTemplateRequest,
  type TemplateContent,
  type TemplateThing,
} from '@samtavla/protocol';
import type { VoteRule } from '@samtavla/templates';
import * as Y from 'yjs';

type Wish = Pick<SaveTemplateRequest, 'questions' | 'phases' | 'guide' | 'perspectives' | 'things'>;
type Taken = { readonly id: string; readonly record: RecordMap; readonly locked: boolean };

export function templateFromBoard(plan: Y.Doc, canvas: Y.Doc, wish: Wish): TemplateContent {
  const facts = readPlanFacts(plan);
  const zones = readZones(plan).filter(isWithin).slice(0, LIMITS.votedZones);
  const zoneAt = new Map(zones.map(({ id }, at) => [id, at]));
  return {
    locale: facts.locale,
    guide: wish.guide ? facts.guide.slice(0, 4 * LIMITS.templateWords) : '',
    zones: zones.map(({ kind, title, question, box, tint, cell }) => ({
      kind,
      title: title.slice(0, 2 * LIMITS.phaseNameCharacters),
      question: wish.questions ? question.slice(0, LIMITS.templateWords) : '',
      box,
      tint,
      ...(cell !== undefined && isShort(cell.level) && isShort(cell.domain) && { cell }),
    })),
    phases: wish.phases
      ? facts.phases
          .slice(0, LIMITS.phasesPerPlan)
          .map(({ name, minutes, zones: open, private: isPrivate, closes, vote }) => ({
            name: name.slice(0, LIMITS.phaseNameCharacters),
            minutes: minutes === null ? null : Math.max(1, Math.round(minutes)),
            zones: [...new Set(open)].flatMap((zone) => zoneAt.get(zone) ?? []),
            private: isPrivate,
            closes,
            vote: vote !== null && isVote(vote) ? vote : null,
          }))
      : [],
    sectors: wish.perspectives ? choices(facts.sectors) : [],
    levels: wish.perspectives ? choices(facts.levels) : [],
    domains: wish.perspectives ? choices(facts.domains) : [],
    values: wish.perspectives ? choices(facts.values) : [],
    things: thingsIn(plan, canvas, wish.things, zones),
  };
}

const isShort = (id: string): boolean => id.length <= LIMITS.nameCharacters;

const isVote = (vote: VoteRule): boolean =>
  'kind' in vote || [vote.dots, vote.most].every((count) => Number.isInteger(count) && count >= 1);

/** A plan's writer may have written anything: what no template takes is left out, and what is too long is cut. */
const choices = (all: readonly NamedChoice[]): NamedChoice[] =>
  all.flatMap((choice) => choiceSchema.safeParse(choice).data ?? []).slice(0, LIMITS.templateChoices);

const isWithin = ({ box: { x, y, w, h } }: PlanZone): boolean => isPlace(x, y) && w <= FARTHEST && h <= FARTHEST;

/** Page units: no board is as large. */
const FARTHEST = 1e6;

const isPlace = (x: number, y: number): boolean => Math.max(Math.abs(x), Math.abs(y)) <= FARTHEST;

function thingsIn(plan: Y.Doc, canvas: Y.Doc, wanted: readonly string[], zones: readonly PlanZone[]): TemplateThing[] {
  const zoneAt = new Map(zones.map(({ id }, place) => [id as string, place]));
  const placed = takenFrom(plan, canvas, new Set(wanted)).filter(({ record }) => isPlaced(record, { zoneAt, plan }));
  const there = new Set(placed.map(({ id }) => id));
  const isTied = ({ record }: Taken) => there.has(textOf(record, 'from')) && there.has(textOf(record, 'to'));
  const taken = placed.filter((each) => kindOf(each.record) !== 'binding' || isTied(each));
  const at = new Map(taken.map(({ id }, place) => [id, place]));
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
    if (kind === 'binding') return true;
    const isStanding =
      isNoteKind(kind) || kind === 'theme' || (kind === 'shape' && stringOf(record, 'type') !== undefined);
    return isStanding && wanted.has(id) && !liesInItself(id, all);
  };
  return [...all.values()].filter(isIt);
}

function liesInItself(id: string, all: ReadonlyMap<string, Taken>): boolean {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null; at = parentIn(all.get(at))) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}

const parentIn = (one: Taken | undefined): string | null => (one === undefined ? null : parentOf(one.record));

/** A binding stands nowhere. */
function isPlaced(record: RecordMap, around: Pick<Context, 'zoneAt' | 'plan'>): boolean {
  if (kindOf(record) === 'binding') return true;
  const place = placeIn(record, around);
  return place !== null && isPlace(place[0], place[1]);
}

type Context = {
  readonly at: ReadonlyMap<string, number>;
  readonly zoneAt: ReadonlyMap<string, number>;
  readonly plan: Y.Doc;
};

function thingOf(record: RecordMap, locked: boolean, { at, zoneAt, plan }: Context): TemplateThing {
  const kind = kindOf(record) as TemplateThing['kind'];
  const text = fragmentOf(record);
  const place = kind === 'binding' ? null : placeIn(record, { zoneAt, plan });
  const found = (id: string | undefined, key: string, among = at) => {
    const index = id === undefined ? undefined : among.get(id);
    return index === undefined ? {} : { [key]: index };
  };
  const zone = zoneIdOf(record) ?? undefined;
  return {
    kind,
    locked,
    ...(place !== null && { at: place }),
    ...found(zone, 'zone', zoneAt),
    ...found(parentOf(record) ?? undefined, 'parent'),
    ...found(stringOf(record, 'theme'), 'theme'),
    ...found(stringOf(record, 'from'), 'from'),
    ...found(stringOf(record, 'to'), 'to'),
    ...answeredBy(record, at),
    values: valuesOf(record),
    ...(text !== null && { text: richTextOf(text) as unknown as TemplateThing['text'] }),
  };
}

function answeredBy(record: RecordMap, at: Context['at']): Pick<TemplateThing, 'answers'> {
  const answers = isNoteKind(kindOf(record)) ? answersOf(record).flatMap((id) => at.get(id) ?? []) : [];
  return answers.length === 0 ? {} : { answers };
}

/** Where its zone is one that the template has not, the place is on the page. */
function placeIn(
  record: RecordMap,
  { zoneAt, plan }: Pick<Context, 'zoneAt' | 'plan'>,
): [number, number, number] | null {
  const place = placeOf(record);
  if (place === null) return null;
  const id = zoneIdOf(record);
  const zone = id === null || zoneAt.has(id) ? undefined : recordsOf(plan).get(id);
  const origin = (zone instanceof Y.Map ? zonePlace(zone) : null) ?? { x: 0, y: 0 };
  return [place[0] + origin.x, place[1] + origin.y, place[2]];
}

const VALUES = /^(type|index|opacity|colour|value|p\.[A-Za-z]{1,40})$/;
/** Of a measure: not who answers for it, nor when, nor how far they have come. */
const MEASURE_VALUES = ['level', 'role', 'domain', 'effect', 'effort'] as const;

function valuesOf(record: RecordMap): TemplateThing['values'] {
  const values: Record<string, unknown> = {};
  for (const [key, value] of record) if (VALUES.test(key) && isJson(value)) values[key] = value;
  const fields = measureFieldsOf(record);
  for (const key of fields === null ? [] : MEASURE_VALUES) if (fields?.[key] !== null) values[key] = fields?.[key];
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
