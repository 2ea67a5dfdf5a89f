/** What a facilitator tells the stage to do, and the answer. Apart from `http.ts`, because most pages never say any of it. */
import * as z from 'zod/mini';
import type { Millis, RecordId } from './ids.ts';
import { DOORS, GATES } from './layout/stage.ts';
import { SCALE } from './layout/scale.ts';
import { VOTE_STATES, type Answers, type Dots, type RatingResult } from './layout/votes.ts';
import { LIMITS } from './limits.ts';

const MOST_ADDED = LIMITS.phaseMinutes * 60_000;

const phaseId = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const recordId = z.string().check(z.minLength(1), z.maxLength(64)) as unknown as z.ZodMiniType<RecordId, string>;
const dotCount = z.int().check(z.minimum(1), z.maximum(LIMITS.dotsPerVote));
const roundId = z.string().check(z.regex(/^[0-9]{1,6}$/));
const millis = z.int().check(z.minimum(0)) as unknown as z.ZodMiniType<Millis, number>;

const choice = {
  zones: z.union([z.literal('all'), z.readonly(z.array(recordId).check(z.maxLength(LIMITS.votedZones)))]),
  among: z.optional(z.readonly(z.array(recordId).check(z.maxLength(LIMITS.votedAmong)))),
};

const stageCommand = z.discriminatedUnion('type', [
  /** A phase of the plan, also out of its turn; without one, the first. */
  z.object({ type: z.literal('phase.start'), phase: z.optional(phaseId) }),
  z.object({ type: z.literal('phase.next') }),
  z.object({ type: z.literal('phase.back') }),
  z.object({ type: z.literal('phase.end') }),
  /** The current phase was changed in the plan, and is to be as it says there. Its time goes on. */
  z.object({ type: z.literal('phase.renew') }),
  /** Less than nothing shortens. Where there is no timer, one is begun. */
  z.object({ type: z.literal('timer.add'), millis: z.int().check(z.minimum(-MOST_ADDED), z.maximum(MOST_ADDED)) }),
  z.object({ type: z.literal('timer.pause') }),
  z.object({ type: z.literal('timer.resume') }),
  z.object({ type: z.literal('writing.close') }),
  z.object({ type: z.literal('writing.open') }),
  /** Nobody comes in who has not been here, until it is opened. */
  z.object({ type: z.literal('door.close') }),
  z.object({ type: z.literal('door.open') }),
  /** Without a round, the latest that is not revealed. */
  z.object({ type: z.literal('round.reveal'), round: z.optional(roundId) }),
  z.object({
    type: z.literal('vote.open'),
    ...choice,
    dots: dotCount,
    /** More than there are dots is as many. */
    most: dotCount,
  }),
  z.object({
    type: z.literal('vote.open-fingers'),
    question: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.voteQuestion)),
  }),
  z.object({ type: z.literal('vote.open-rating'), ...choice }),
  z.object({ type: z.literal('vote.close') }),
  /** Dots, or in a check hands with so many fingers, of those in the room without a device, to the latest vote; less than nothing takes some away. */
  z.object({
    type: z.literal('vote.add'),
    record: recordId,
    dots: z.int().check(z.minimum(-LIMITS.addedDots), z.maximum(LIMITS.addedDots)),
  }),
]);

/** `expects` is the version of the stage on which it was given: on any other nothing is done, and the answer says what is now. */
export const commandRequest = z.object({ command: stageCommand, expects: z.optional(z.int()) });

const dots = z.record(z.string(), z.int()) as unknown as z.ZodMiniType<Dots, Record<string, number>>;
const course = { id: z.string(), state: z.enum(VOTE_STATES), closedAt: z.nullable(millis) };
const chosen = {
  zones: z.union([z.literal('all'), z.readonly(z.array(recordId))]),
  among: z.nullable(z.readonly(z.array(recordId))),
};
const dotResult = z.nullable(z.object({ ballots: z.int(), dots, added: dots }));
const ratings = z.record(z.string(), z.object({ effect: z.number(), effort: z.number(), count: z.int() }));
const ratingResult = z.nullable(
  z.object({ ballots: z.int(), ratings: ratings as unknown as z.ZodMiniType<RatingResult['ratings'], object> }),
);
const voteSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dots'), ...course, ...chosen, dots: z.int(), most: z.int(), result: dotResult }),
  z.object({ kind: z.literal('fingers'), ...course, question: z.string(), result: dotResult }),
  z.object({ kind: z.literal('rating'), ...course, ...chosen, result: ratingResult }),
]);

const onScale = z.int().check(z.minimum(SCALE.least), z.maximum(SCALE.most));
const answers = z.record(
  z.string().check(z.minLength(1), z.maxLength(64)),
  z.union([dotCount, z.object({ effect: z.optional(onScale), effort: z.optional(onScale) })]),
) as unknown as z.ZodMiniType<Answers, object>;

/** A whole ballot, in the place of the person's earlier one. */
export const ballotRequest = z.object({
  votes: answers,
  revision: z.int().check(z.minimum(1)),
});
/** What is kept of a person's: theirs alone to see. Null for none, and once it is counted. */
export const ballotResponse = z.object({ ballot: z.nullable(z.object({ votes: answers, revision: z.int() })) });

/** The stage as in its document. */
const stageSchema = z.object({
  version: z.int(),
  phase: z.nullable(z.string()),
  endsAt: z.nullable(millis),
  left: z.nullable(z.number()),
  closes: z.boolean(),
  open: z.union([z.literal('all'), z.readonly(z.array(recordId))]),
  canvas: z.enum(GATES),
  desk: z.enum(GATES),
  closedAt: z.nullable(millis),
  door: z.enum(DOORS),
  round: z.nullable(z.string()),
  votes: z.readonly(z.array(voteSchema)),
  rounds: z.readonly(z.array(z.object({ id: z.string(), phase: z.string(), revealedAt: z.nullable(millis) }))),
});
export const commandResponse = z.object({ stage: stageSchema, now: millis });

export type StageCommand = z.output<typeof stageCommand>;
export type CommandRequest = z.output<typeof commandRequest>;
