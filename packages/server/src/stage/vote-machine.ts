/**
 * The votes of a stage: pure, as the machine they are a part of. One is open at a time.
 *
 *     open → closing, for some seconds → counting, with no ballot taken any more → closed, with its result
 */
import {
  SCALE,
  talliedDots,
  talliedFingers,
  talliedRatings,
  type Ballot,
  type Dots,
  type Limits,
  type Millis,
  type RecordId,
  type RefusalCode,
  type Stage,
  type StageCommand,
  type Vote,
  type VoteQuestion,
} from '@samtavla/protocol';

type VoteCommand = Extract<StageCommand, { type: `vote.${string}` }>;
type Scene = Omit<Stage, 'version'>;
type Given = { readonly now: Millis } & Pick<Limits, 'ballotGraceMillis'>;

export function voted(stage: Stage, command: VoteCommand, given: Given): Scene | RefusalCode {
  const last = stage.votes.at(-1);
  switch (command.type) {
    case 'vote.open':
    case 'vote.open-fingers':
    case 'vote.open-rating':
      if (last !== undefined && last.state !== 'closed') return 'command-untimely';
      return { ...stage, votes: [...stage.votes, opened(asked(command), String(stage.votes.length + 1))] };
    case 'vote.close':
      if (last?.state !== 'open') return 'command-untimely';
      return withLast(stage, {
        ...last,
        state: 'closing',
        closedAt: (given.now + given.ballotGraceMillis) as Millis,
      });
    case 'vote.add':
      if (last?.state !== 'closed' || last.kind === 'rating' || last.result === null) return 'command-untimely';
      if (last.kind === 'fingers' && !isFingers(command.record)) return 'bad-request';
      return withLast(stage, { ...last, result: { ...last.result, added: addedTo(last.result.added, command) } });
  }
}

/** The ballots that are taken are all there are: what was closing is to be counted. Null where nothing is. */
export function ballotsTaken(stage: Stage, now: Millis): Scene | null {
  const last = stage.votes.at(-1);
  if (last?.state !== 'closing' || last.closedAt === null || last.closedAt > now) return null;
  return withLast(stage, { ...last, state: 'counting', closedAt: null });
}

/** The vote that waits to be counted; null where none does. */
export const countingIn = ({ votes }: Pick<Stage, 'votes'>): Vote | null =>
  votes.find(({ state }) => state === 'counting') ?? null;

/** @param votable what may be given dots: what is gone meanwhile has none */
export function counted(stage: Stage, ballots: readonly Ballot[], votable: ReadonlySet<RecordId>): Stage {
  const votes = stage.votes.map((vote) => (vote.state === 'counting' ? resolved(vote, ballots, votable) : vote));
  return { ...stage, votes, version: stage.version + 1 };
}

function resolved(vote: Vote, ballots: readonly Ballot[], votable: ReadonlySet<RecordId>): Vote {
  const state = 'closed';
  switch (vote.kind) {
    case 'dots':
      return { ...vote, state, result: talliedDots(ballots, votable) };
    case 'fingers':
      return { ...vote, state, result: talliedFingers(ballots) };
    case 'rating':
      return { ...vote, state, result: talliedRatings(ballots, votable) };
  }
}

/** When a vote has to be looked at; null for no vote that waits for anything. */
export function voteDueAt({ votes }: Pick<Stage, 'votes'>): Millis | null {
  const last = votes.at(-1);
  return last?.state === 'counting' ? (0 as Millis) : (last?.closedAt ?? null);
}

function asked(command: Extract<VoteCommand, { type: `vote.open${string}` }>): VoteQuestion {
  switch (command.type) {
    case 'vote.open': {
      const { zones, among = null, dots, most } = command;
      return { kind: 'dots', zones, among, dots, most: Math.min(dots, most) };
    }
    case 'vote.open-fingers':
      return { kind: 'fingers', question: command.question };
    case 'vote.open-rating':
      return { kind: 'rating', zones: command.zones, among: command.among ?? null };
  }
}

const opened = (question: VoteQuestion, id: string): Vote => ({
  ...question,
  id,
  state: 'open',
  closedAt: null,
  result: null,
});

const isFingers = (count: string): boolean =>
  /^\d$/.test(count) && Number(count) >= SCALE.least && Number(count) <= SCALE.most;

const withLast = (stage: Stage, vote: Vote): Scene => ({ ...stage, votes: [...stage.votes.slice(0, -1), vote] });

function addedTo(added: Dots, { record, dots }: VoteCommand & { type: 'vote.add' }) {
  const next = Math.max(0, (added[record] ?? 0) + dots);
  const { [record]: _before, ...others } = added;
  return next === 0 ? others : { ...others, [record]: next };
}
