import {
  documentName,
  isWithin,
  OPEN_STAGE,
  readPlanFacts,
  votableIn,
  type BoardId,
  type Limits,
  type Millis,
  type RecordId,
  type Stage,
  type StageCommand,
} from '@samtavla/protocol';
import { setTimeout as wait } from 'node:timers/promises';
import { Refused } from '../refused.ts';
import type { Storage } from '../storage/storage.ts';
import type { OpenStages } from '../sync/open-stages.ts';
import type { StoredDocuments } from '../sync/stored-documents.ts';
import type { Reveals } from './reveals.ts';
import type { PersonsBallot } from '../storage/stage-storage.ts';
import { counted, countingIn } from './vote-machine.ts';
import { afterTime, commanded, dueAt, type Given, type Outcome } from './stage-machine.ts';

type Parts = {
  readonly storage: Storage;
  readonly documents: Pick<StoredDocuments, 'read'>;
  readonly stages: Pick<OpenStages, 'show'>;
  readonly reveals: Pick<Reveals, 'all'>;
  readonly limits: Pick<Limits, 'graceMillis' | 'ballotGraceMillis'>;
  readonly now: () => Millis;
};

type Failed = (board: BoardId, error: unknown) => void;

/** How late time may change a stage. */
const TICK_MILLIS = 250;

/** What goes on on boards: facilitators tell it, and time does. First its row is changed, then what people see of it. */
export class Stages {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Does what a facilitator says, and answers with the stage as it is then. Where it has changed since they saw it (`expects`), nothing
   * is done: of two who press the same button at once, one has done it.
   */
  async command(board: BoardId, command: StageCommand, expects?: number): Promise<Stage> {
    const { documents } = this.#parts;
    const phases = await documents.read(documentName({ board, kind: 'plan' }), (doc) => readPlanFacts(doc).phases);
    const stage = await this.#change(board, (before) => {
      if (expects !== undefined && expects !== before.version) return null;
      return commanded(before, command, { ...this.#given(), phases });
    });
    if (command.type === 'round.reveal') await this.#parts.reveals.all(board);
    return stage;
  }

  /** Lets time do what it does, on every board, for as long as the name of the clock is held. */
  async runClock(held: AbortSignal, onFailure: Failed): Promise<void> {
    while (!held.aborted) {
      await this.#tick(onFailure);
      await wait(TICK_MILLIS, undefined, { signal: held }).catch(() => {});
    }
  }

  async #tick(onFailure: Failed): Promise<void> {
    const { storage, now } = this.#parts;
    for (const board of await storage.stagesDue(now()))
      await this.#change(board, async (stage) => afterTime(stage, this.#given()) ?? this.#counted(board, stage)).catch(
        (error: unknown) => onFailure(board, error),
      );
  }

  /** The stage with the result of a vote from which no ballot is taken any more; null where none waits. */
  async #counted(board: BoardId, stage: Stage): Promise<Stage | null> {
    const { storage, documents } = this.#parts;
    const vote = countingIn(stage);
    if (vote === null) return null;
    const votable = new Set<RecordId>();
    if (vote.kind !== 'fingers')
      for (const kind of ['plan', 'canvas'] as const)
        for (const id of await documents.read(documentName({ board, kind }), (doc) => votableIn([doc], vote)))
          votable.add(id);
    return counted(stage, await storage.ballots(board, vote.id), votable);
  }

  /**
   * Takes a person's whole ballot, while the vote is open or has just been closed. One that is older than what is there changes
   * nothing. Refuses where none is taken, and more dots than there are.
   */
  async vote(ballot: PersonsBallot): Promise<void> {
    const { storage, now } = this.#parts;
    for (;;) {
      const stage = (await storage.stage(ballot.board)) ?? OPEN_STAGE;
      const vote = stage.votes.find(({ id }) => id === ballot.vote);
      const isTaken = vote?.state === 'open' || (vote?.state === 'closing' && now() <= (vote.closedAt ?? 0));
      if (vote === undefined || !isTaken) throw new Refused('vote-closed');
      if (!isWithin(vote, ballot.votes)) throw new Refused('bad-request');
      // The stage may have changed by something else meanwhile.
      if ((await storage.putBallot(ballot, stage.version)) !== 'stale') return;
    }
  }

  #given(): Omit<Given, 'phases'> {
    const { graceMillis, ballotGraceMillis } = this.#parts.limits;
    return { now: this.#parts.now(), graceMillis, ballotGraceMillis };
  }

  /** @param next null for no change */
  async #change(board: BoardId, next: (stage: Stage) => Outcome | null | Promise<Outcome | null>): Promise<Stage> {
    const { storage, stages } = this.#parts;
    for (let seen = 0; ;) {
      const stage = (await storage.stage(board)) ?? OPEN_STAGE;
      // Nobody was first, and still it could not be put: the board has been purged.
      if (stage.version === seen) throw new Refused('board-unknown');
      seen = stage.version;
      const outcome = await next(stage);
      if (typeof outcome === 'string') throw new Refused(outcome);
      const after = outcome ?? stage;
      // Somebody else was first: it is looked at again.
      if (outcome !== null && !(await storage.putStage(board, outcome, dueAt(outcome), countedFrom(stage, outcome))))
        continue;
      await stages.show(board, after);
      return after;
    }
  }
}

/** The vote whose ballots are in the stage's result now, and are needed no more. */
function countedFrom(before: Stage, after: Stage): string | undefined {
  const vote = countingIn(before);
  return vote !== null && countingIn(after) === null ? vote.id : undefined;
}
