/**
 * What is done with measures. Each command is one step to undo; what may not be written or is gone meanwhile is left as it is, and is not
 * among what a command answers with.
 */
import {
  addMeasure as addMeasureRecord,
  fragmentOf,
  linesOf,
  linkAnswer,
  NOTE_KINDS,
  readZones,
  setMeasureFields,
  type MeasureFields,
  type PlanZone,
  type RecordId,
} from '@samtavla/protocol';
import type { ZoneKind } from '@samtavla/templates';
import { moveNotes } from './commands.ts';
import { docsOf, inOneStep, writable, type Hand, type Held } from './hand.ts';
import { hasGroup, spotsIn, type Group } from './laying.ts';
import { measureHeight } from './rough-height.ts';
import type { OutlineZone } from './outline-groups.ts';
import { Survey } from './survey.ts';

type NewMeasure = {
  readonly group: Group;
  readonly text: string;
  readonly fields?: Partial<MeasureFields>;
  readonly answers?: readonly RecordId[];
};

/** Where the group is gone meanwhile it is kept, in no zone. Null where nothing may be made: measures are not written privately. */
export function addMeasure(hand: Hand, { group, text, fields = {}, answers = [] }: NewMeasure): RecordId | null {
  const { canvas, author, perspective } = hand;
  if (!canvas.writable) return null;
  const survey = new Survey(docsOf(hand));
  const there: Group = hasGroup(survey, group) ? group : { zone: null };
  const [spot] = spotsIn(survey, there, [measureHeight(text)]);
  const theme = 'theme' in there ? { theme: there.theme } : {};
  const belonging = { ...fields, ...spot?.zone?.cell };
  return inOneStep(hand, () =>
    addMeasureRecord(canvas.doc, { text, author, perspective, answers, ...theme, ...spot }, belonging),
  );
}

/** Several, one under the other in the same group or in the cells they belong to: one step to undo. Answers with those that were made. */
export const addMeasures = (hand: Hand, measures: readonly NewMeasure[]): RecordId[] =>
  inOneStep(hand, () => measures.flatMap((measure) => addMeasure(hand, measure) ?? []));

/** What stands in these is a reason for doing something, and stays: the measure is another, which answers it. */
const REASONS: ReadonlySet<ZoneKind> = new Set(['current', 'desired', 'rationale', 'wise']);

/** Whether a measure is made of what stands there, which itself stays. */
const isReason = (zone: PlanZone | null): boolean => zone !== null && REASONS.has(zone.kind);

/** Where a measure comes to stand that is made of what stands in this zone; null outside them all. */
export const measureGround = (
  { zones }: { readonly zones: readonly Pick<OutlineZone, 'zone'>[] },
  from: PlanZone | null,
): PlanZone | null => (isReason(from) ? (zones.find(({ zone }) => zone?.kind === 'measures')?.zone ?? from) : from);

/**
 * A note becomes a measure where it stands. What stands as a reason, and a theme, gets a measure that answers it, in the first zone for
 * measures: with the same words where those say what to do, else with none yet. Answers with the measures.
 */
export function makeMeasures(hand: Hand, ids: Iterable<RecordId>): RecordId[] {
  const survey = new Survey(docsOf(hand));
  const zones = readZones(hand.plan.doc).map((zone) => ({ zone }));
  const standing = [...writable(hand, ids, ['note', 'theme'])].map((held) => ({
    held,
    zone: survey.zoneUnder(held.id) ?? null,
  }));
  return inOneStep(hand, () =>
    standing.flatMap(({ held, zone }) => {
      const isTheme = held.record.get('kind') === 'theme';
      if (!isTheme && !isReason(zone)) {
        // On one's own desk it is not seen by those whom a measure is for.
        if (held.doc === hand.desk?.doc) return [];
        held.record.set('kind', 'measure');
        if (zone?.cell) setMeasureFields(held.record, zone.cell);
        return [held.id];
      }
      const says = isTheme || zone?.kind === 'wise' ? wordsOf(held) : '';
      return (
        addMeasure(hand, {
          group: { zone: measureGround({ zones }, zone)?.id ?? null },
          text: says,
          answers: [held.id],
        }) ?? []
      );
    }),
  );
}

/** They are notes again, and know no more what was said of them when they are made measures once more than they do now: nothing is lost. */
export function makeNotes(hand: Hand, ids: Iterable<RecordId>): RecordId[] {
  const measures = writable(hand, ids, ['measure']);
  inOneStep(hand, () => {
    for (const { record } of measures) record.set('kind', 'note');
  });
  return measures.map(({ id }) => id);
}

/**
 * Where a measure stands in a zone that is a cell, the zone says its level and its domain: with another of them it moves, to the cell of
 * both where there is one. False where it is gone, or may not be changed.
 */
export function setMeasure(hand: Hand, id: RecordId, values: Partial<MeasureFields>): boolean {
  const [measure] = writable(hand, [id], ['measure']);
  if (measure === undefined) return false;
  const cell = new Survey(docsOf(hand)).zoneUnder(id)?.cell;
  const wanted = { ...cell, ...defined({ level: values.level, domain: values.domain }) };
  const isMoving = cell !== undefined && (wanted.level !== cell.level || wanted.domain !== cell.domain);
  inOneStep(hand, () => {
    setMeasureFields(measure.record, isMoving ? { ...values, ...wanted } : values);
    if (!isMoving) return;
    const there = readZones(hand.plan.doc).find(
      (zone) => zone.cell?.level === wanted.level && zone.cell?.domain === wanted.domain,
    );
    moveNotes(hand, [id], { zone: there?.id ?? null });
  });
  return true;
}

const defined = <T extends object>(values: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

/** Says that a measure, or a note, answers another or a theme, or no longer does. */
export function setAnswer(hand: Hand, id: RecordId, answered: RecordId, isAnswered: boolean): boolean {
  const [note] = writable(hand, [id], NOTE_KINDS);
  if (note === undefined || id === answered) return false;
  inOneStep(hand, () => linkAnswer(note.record, answered, isAnswered));
  return true;
}

/** Sets what a note, a measure among them, is seen as: an area of value, or none. */
export function setValue(hand: Hand, id: RecordId, value: string | null): boolean {
  const [note] = writable(hand, [id], NOTE_KINDS);
  if (note === undefined) return false;
  inOneStep(hand, () => note.record.set('value', value));
  return true;
}

function wordsOf({ record }: Held): string {
  const text = fragmentOf(record);
  return text === null ? '' : linesOf(text);
}
