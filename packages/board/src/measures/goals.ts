/** What traces to which goal: everything that is desired, what answers it, and what answers that in turn. Pure. */
import type { PlanZone, RecordId } from '@samtavla/protocol';
import type { Outline, OutlineNote } from '../outline/outline-groups.ts';
import type { ListedMeasure } from './measure-list.ts';

export type Goal = {
  readonly id: RecordId;
  readonly text: string;
  readonly zone: PlanZone | null;
  readonly document: 'plan' | 'canvas' | 'desk';
  readonly isTheme: boolean;
  readonly value: string | null;
  /** Null for what is no measure. */
  readonly measure: ListedMeasure | null;
  /** What answers it, in reading order. */
  readonly below: readonly Goal[];
};

type Thing = Omit<Goal, 'below'> & { readonly answers: readonly RecordId[] };

/**
 * The goals that answer no other, in reading order, each with all that leads to it. What answers two of them is under both; what answers
 * itself, by however many others, is at the top.
 */
export function goalsIn(outline: Outline): Goal[] {
  const things = thingsIn(outline);
  const byId = new Map(things.map((thing) => [thing.id, thing]));
  const answering = new Map<RecordId, Thing[]>();
  for (const thing of things)
    for (const answered of thing.answers) answering.set(answered, [...(answering.get(answered) ?? []), thing]);
  const above = ({ id, answers }: Thing) => answers.flatMap((other) => (other === id ? [] : (byId.get(other) ?? [])));
  const grow = (thing: Thing, path: ReadonlySet<RecordId>): Goal => {
    const { answers: _answers, ...goal } = thing;
    const beyond = new Set([...path, thing.id]);
    const under = (answering.get(thing.id) ?? []).filter((other) => !beyond.has(other.id));
    return { ...goal, below: under.map((other) => grow(other, beyond)) };
  };
  const reachesItself = (thing: Thing): boolean => {
    const found = new Set(above(thing).map(({ id }) => id));
    // A set is walked in the order it grows: what was found is looked into in its turn.
    for (const id of found) for (const { id: next } of above(byId.get(id) as Thing)) found.add(next);
    return found.has(thing.id);
  };
  const isTop = (thing: Thing) =>
    thing.measure === null &&
    thing.zone?.kind === 'desired' &&
    (above(thing).every(({ measure }) => measure !== null) || reachesItself(thing));
  return things.filter(isTop).map((thing) => grow(thing, new Set()));
}

/** Every measure that leads to it, each once. */
export function measuresUnder({ below }: Pick<Goal, 'below'>): ReadonlySet<RecordId> {
  return new Set(below.flatMap((goal) => [...(goal.measure === null ? [] : [goal.id]), ...measuresUnder(goal)]));
}

/** Itself and all that is under it: it can be put under none of them. */
export const within = (goal: Goal): RecordId[] => [goal.id, ...goal.below.flatMap(within)];

function thingsIn({ zones, loose }: Outline): Thing[] {
  return [...zones, loose].flatMap(({ zone, themes, notes }) => {
    const note = (one: OutlineNote): Thing[] =>
      one.privately !== null || (one.measure === null && one.text.trim() === '')
        ? []
        : [
            {
              id: one.id,
              text: one.text,
              zone,
              document: one.document,
              isTheme: false,
              value: one.value,
              measure: one.measure === null ? null : { ...one, measure: { ...one.measure, ...zone?.cell }, zone },
              answers: one.answers,
            },
          ];
    return [
      ...themes.flatMap(({ id, title, document, notes: gathered }): Thing[] => [
        ...(title.trim() === ''
          ? []
          : [{ id, text: title, zone, document, isTheme: true, value: null, measure: null, answers: [] }]),
        ...gathered.flatMap(note),
      ]),
      ...notes.flatMap(note),
    ];
  });
}
