/** What hangs in the air between what a group wants and what it will do. Pure. */
import type { RecordId } from '@samtavla/protocol';
import { isLate } from '../i18n/measure-words.ts';
import type { Outline } from '../outline/outline-groups.ts';
import { answerableIn, measuresIn, type Answerable, type ListedMeasure } from './measure-list.ts';

export type LooseEnds = {
  /** What is desired and no measure answers. What stands under a theme that is answered is answered with it, and a theme with all that it gathers. */
  readonly unanswered: readonly Answerable[];
  /** Measures that answer nothing that is still there. */
  readonly groundless: readonly ListedMeasure[];
  /** Measures that are agreed on or under way, without who or when. */
  readonly unowned: readonly ListedMeasure[];
  readonly late: readonly ListedMeasure[];
};

/** @param day today: what was due before it is late */
export function looseEnds(outline: Outline, day: string): LooseEnds {
  const measures = measuresIn(outline).filter(
    ({ measure, privately }) => privately === null && measure.status !== 'dropped',
  );
  const answerable = answerableIn(outline);
  const there = new Set(answerable.map(({ id }) => id));
  const answered = reached(outline, new Set(measures.flatMap(({ answers }) => answers)));
  return {
    unanswered: answerable.filter(
      ({ zone, ...one }) => zone?.kind === 'desired' && !isAnswered(one, answerable, answered),
    ),
    groundless: measures.filter(({ answers }) => !answers.some((id) => there.has(id))),
    unowned: measures.filter(
      ({ measure: { status, owner, due } }) =>
        (status === 'agreed' || status === 'started') && (owner === null || due === null),
    ),
    late: measures.filter(({ measure }) => isLate(measure, day)),
  };
}

/** With what those answer in turn: a goal that is reached by way of another is reached. */
function reached({ zones, loose }: Outline, answered: ReadonlySet<RecordId>): ReadonlySet<RecordId> {
  const notes = [...zones, loose].flatMap((zone) => [...zone.themes.flatMap((theme) => theme.notes), ...zone.notes]);
  const answers = new Map(notes.map((note) => [note.id, note.answers]));
  const found = new Set(answered);
  // A set is walked in the order it grows: what was found is looked into in its turn.
  for (const id of found) for (const next of answers.get(id) ?? []) found.add(next);
  return found;
}

export const isTied = ({ unanswered, groundless, unowned, late }: LooseEnds): boolean =>
  unanswered.length + groundless.length + unowned.length + late.length === 0;

function isAnswered(
  { id, theme, isTheme }: Omit<Answerable, 'zone'>,
  all: readonly Answerable[],
  answered: ReadonlySet<RecordId>,
): boolean {
  if (answered.has(id) || (theme !== null && answered.has(theme))) return true;
  const gathered = isTheme ? all.filter((one) => one.theme === id) : [];
  return gathered.length > 0 && gathered.every((one) => answered.has(one.id));
}
