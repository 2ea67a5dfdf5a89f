/** Votes: dots over what stands in zones, a check by five fingers, or what stands there rated. Each is a part of the stage; ballots are in no document. */
import type * as Y from 'yjs';
import type { Millis, RecordId } from '../ids.ts';
import { recordsOfKind, zoneIdOf } from './records.ts';
import { SCALE } from './scale.ts';

/** `closing`: ballots that were on their way still count; `counting`: none is taken any more, and the result is worked out. */
export const VOTE_STATES = ['open', 'closing', 'counting', 'closed'] as const;
export type VoteState = (typeof VOTE_STATES)[number];

/** How many each got: records in a vote by dots, the numbers of fingers in a check. */
export type Dots = Readonly<Record<RecordId, number>>;

export type VoteResult = {
  /** How many people gave anything. */
  readonly ballots: number;
  readonly dots: Dots;
  /** Counted by a facilitator, of those in the room without a device. */
  readonly added: Dots;
};

/** What doing something would change, and what it would take; each on the scale. */
export type Rating = { readonly effect: number; readonly effort: number };

export type RatingResult = {
  readonly ballots: number;
  /** The means of those who said both, and how many they were. */
  readonly ratings: Readonly<Record<RecordId, Rating & { readonly count: number }>>;
};

type Choice = {
  /** Notes, measures and themes in these are voted over. */
  readonly zones: 'all' | readonly RecordId[];
  /** And no others than these; null for all that stand there. */
  readonly among: readonly RecordId[] | null;
};

export type DotQuestion = { readonly kind: 'dots' } & Choice & {
    /** How many dots each person has, and how many of them may be on one thing. */
    readonly dots: number;
    readonly most: number;
  };
/** How far each stands behind what is asked, by the fingers of one hand. */
export type FingerQuestion = { readonly kind: 'fingers'; readonly question: string };
export type RatingQuestion = { readonly kind: 'rating' } & Choice;
export type VoteQuestion = DotQuestion | FingerQuestion | RatingQuestion;

type Course<Result> = {
  readonly id: string;
  readonly state: VoteState;
  /** When what is closing is closed, by the server's clock; else null. */
  readonly closedAt: Millis | null;
  /** Secret until it is closed: null before. */
  readonly result: Result | null;
};
export type DotVote = DotQuestion & Course<VoteResult>;
export type FingerVote = FingerQuestion & Course<VoteResult>;
export type RatingVote = RatingQuestion & Course<RatingResult>;
export type Vote = DotVote | FingerVote | RatingVote;

/** What a person says: dots by record; under `FINGERS` how many; or, by record, what they rated of it so far. */
export type Answers = Readonly<Record<string, number | Partial<Rating>>>;
export const FINGERS = 'fingers';

export type Ballot = {
  readonly votes: Answers;
  /** Grows with each change: an older one that comes late never wins. */
  readonly revision: number;
};

/** Whether a ballot answers what is asked. What it is about is looked at when they are counted: it may be gone by then. */
export function isWithin(question: VoteQuestion, votes: Answers): boolean {
  const said = Object.values(votes);
  switch (question.kind) {
    case 'dots': {
      const { dots, most } = question;
      return (
        said.every((count) => isOn(count, 1, most)) &&
        said.reduce((sum: number, count) => sum + Number(count), 0) <= dots
      );
    }
    case 'fingers':
      return Object.entries(votes).every(([key, count]) => key === FINGERS && isOn(count, SCALE.least, SCALE.most));
    case 'rating':
      return said.every(
        (rating) =>
          typeof rating === 'object' && Object.values(rating).every((value) => isOn(value, SCALE.least, SCALE.most)),
      );
  }
}

const isOn = (value: unknown, least: number, most: number): boolean =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;

/** The notes, measures and themes that are voted over now. */
export function votableIn(docs: readonly Y.Doc[], { zones, among }: Choice): Set<RecordId> {
  const isAmong = (id: RecordId) => among === null || among.includes(id);
  const found = new Set<RecordId>();
  for (const doc of docs)
    for (const kind of ['note', 'measure', 'theme'] as const)
      for (const [id, record] of recordsOfKind(doc, kind)) {
        const zone = zoneIdOf(record);
        if (isAmong(id) && (zones === 'all' || (zone !== null && zones.includes(zone)))) found.add(id);
      }
  return found;
}

/** How many people gave anything. */
export const ballotsGiven = (ballots: readonly Ballot[]): number =>
  ballots.filter(({ votes }) => Object.keys(votes).length > 0).length;

/** @param votable what is voted over: what is gone meanwhile gets nothing */
export function talliedDots(ballots: readonly Ballot[], votable: ReadonlySet<RecordId>): VoteResult {
  const dots: Record<RecordId, number> = {};
  for (const { votes } of ballots)
    for (const [id, count] of Object.entries(votes) as [RecordId, unknown][])
      if (votable.has(id) && typeof count === 'number') dots[id] = (dots[id] ?? 0) + count;
  return { ballots: ballotsGiven(ballots), dots, added: {} };
}

export function talliedFingers(ballots: readonly Ballot[]): VoteResult {
  const dots: Record<string, number> = {};
  for (const { votes } of ballots) {
    const fingers = votes[FINGERS];
    if (typeof fingers === 'number') dots[fingers] = (dots[fingers] ?? 0) + 1;
  }
  return { ballots: ballotsGiven(ballots), dots, added: {} };
}

/** @param votable as for dots */
export function talliedRatings(ballots: readonly Ballot[], votable: ReadonlySet<RecordId>): RatingResult {
  const said = new Map<RecordId, Rating[]>();
  for (const { votes } of ballots)
    for (const [id, rating] of Object.entries(votes) as [RecordId, unknown][])
      if (votable.has(id) && isWholeRating(rating)) said.set(id, [...(said.get(id) ?? []), rating]);
  const mean = (ratings: readonly Rating[], axis: keyof Rating) =>
    ratings.reduce((sum, rating) => sum + rating[axis], 0) / ratings.length;
  const ratings = [...said].map(([id, all]) => [
    id,
    { effect: mean(all, 'effect'), effort: mean(all, 'effort'), count: all.length },
  ]);
  return { ballots: ballotsGiven(ballots), ratings: Object.fromEntries(ratings) as RatingResult['ratings'] };
}

/** Half a rating is none. */
const isWholeRating = (rating: unknown): rating is Rating =>
  typeof rating === 'object' && rating !== null && ['effect', 'effort'].every((axis) => axis in rating);

/** All dots that something got, and who counted them. */
export const dotsOf = ({ dots, added }: Pick<VoteResult, 'dots' | 'added'>, id: RecordId): number =>
  (dots[id] ?? 0) + (added[id] ?? 0);

/** How many have voted, and nothing of what or who; beside the stage, as the writers of a round. */
export function writeVoters(stage: Y.Doc, vote: string, count: number): void {
  stage.getMap<unknown>('stage').set('voters', { vote, count });
}

/** 0 where nobody has. */
export function readVoters(stage: Y.Doc, of: string): number {
  const value = stage.getMap<unknown>('stage').get('voters');
  if (typeof value !== 'object' || value === null) return 0;
  const { vote, count } = value as Record<string, unknown>;
  return vote === of && typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : 0;
}
