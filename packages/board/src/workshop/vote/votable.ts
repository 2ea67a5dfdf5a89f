/** What there is to vote for, and what came of it, in the order in which it is read. Pure. */
import {
  dotsOf,
  type Answers,
  type Rating,
  type RatingResult,
  type RecordId,
  type VoteResult,
} from '@samtavla/protocol';
import type { Outline } from '../../outline/outline-groups.ts';

export type Votable = {
  readonly id: RecordId;
  readonly text: string;
  /** The zone's title; null outside them all. */
  readonly zone: string | null;
  readonly isTheme: boolean;
};

/** Those of the outline that are among these. */
export function votableIn({ zones, loose }: Outline, among: ReadonlySet<RecordId>): Votable[] {
  return [...zones, loose].flatMap(({ zone, themes, notes }) => {
    const title = zone?.title ?? null;
    const theme = ({ id, title: text }: (typeof themes)[number]) => ({ id, text, zone: title, isTheme: true });
    const note = ({ id, text }: (typeof notes)[number]) => ({ id, text, zone: title, isTheme: false });
    const all = [...themes.flatMap((each) => [theme(each), ...each.notes.map(note)]), ...notes.map(note)];
    return all.filter(({ id, text }) => among.has(id) && text.trim() !== '');
  });
}

export type Ranked = Votable & {
  /** From 1; who got as many have the same. */
  readonly rank: number;
  readonly dots: number;
};

/** The most dots first; what got as many stays in reading order. What got none is left out. */
export function ranked(all: readonly Votable[], result: Pick<VoteResult, 'dots' | 'added'>): Ranked[] {
  const given = all
    .map((one) => ({ ...one, dots: dotsOf(result, one.id) }))
    .filter(({ dots }) => dots > 0)
    .toSorted((a, b) => b.dots - a.dots);
  return given.map((one) => ({ ...one, rank: 1 + given.findIndex(({ dots }) => dots === one.dots) }));
}

/** Those that share the first place; none where one alone has it. */
export function tiedFirst(all: readonly Ranked[]): RecordId[] {
  const first = all.filter(({ rank }) => rank === 1).map(({ id }) => id);
  return first.length > 1 ? first : [];
}

/** A ballot with one dot more or less on something; null where there is none left to give, or to take. */
export function withDot(
  votes: Readonly<Record<RecordId, number>>,
  id: RecordId,
  by: 1 | -1,
  { dots, most }: { readonly dots: number; readonly most: number },
): Readonly<Record<RecordId, number>> | null {
  const next = (votes[id] ?? 0) + by;
  if (next < 0 || next > most || (by > 0 && given(votes) >= dots)) return null;
  const { [id]: _before, ...others } = votes;
  return next === 0 ? others : { ...others, [id]: next };
}

export const given = (votes: Readonly<Record<RecordId, number>>): number =>
  Object.values(votes).reduce((sum, count) => sum + count, 0);

/** Of the ballots and the hands in the room; null where nobody answered. */
export function meanFingers(result: Pick<VoteResult, 'dots' | 'added'>): number | null {
  const counts = [1, 2, 3, 4, 5].map((fingers) => [fingers, dotsOf(result, String(fingers) as RecordId)] as const);
  const people = counts.reduce((sum, [, count]) => sum + count, 0);
  return people === 0 ? null : counts.reduce((sum, [fingers, count]) => sum + fingers * count, 0) / people;
}

/** Half a rating does not count. */
export const isWholeRating = (said: Answers[string] | undefined): said is Rating =>
  typeof said === 'object' && said.effect !== undefined && said.effort !== undefined;

export type Rated = Votable & RatingResult['ratings'][RecordId];

/** What gives the most for the least first: by effect less effort, then by effect; else in reading order. What nobody rated is left out. */
export function byGain(all: readonly Votable[], { ratings }: Pick<RatingResult, 'ratings'>): Rated[] {
  const gain = ({ effect, effort }: Rating) => effect - effort;
  return all
    .flatMap((one): Rated[] => {
      const rating = ratings[one.id];
      return rating === undefined ? [] : [{ ...one, ...rating }];
    })
    .toSorted((a, b) => gain(b) - gain(a) || b.effect - a.effect);
}

/** «3,4» */
export const toTenths = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
