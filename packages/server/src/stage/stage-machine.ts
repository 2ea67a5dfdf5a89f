/**
 * What is going on in a workshop, as a state machine: pure, and whole. Each command either gives the next stage or the reason why not;
 * time gives the next stage or none. Nothing else changes a stage.
 *
 *     phase      none ⇄ one of the plan's, in any order
 *     timer      none, running to `endsAt`, or paused with so much `left`
 *     a gate     open → closing, for some seconds → closed → open; one writes through one of two: the canvas', or the desks' in a round
 *     a round    begun by a private phase, on while that runs, revealed once
 */
import { ballotsTaken, voted, voteDueAt } from './vote-machine.ts';
import {
  OPEN_STAGE,
  type Gate,
  type Millis,
  type PlanPhase,
  type RefusalCode,
  type Round,
  type Stage,
  type StageCommand,
} from '@samtavla/protocol';

export type Given = {
  /** The plan's, in their order. */
  readonly phases: readonly PlanPhase[];
  readonly now: Millis;
  /** How long what is closing stays open. */
  readonly graceMillis: number;
  /** How long ballots are taken after a vote has been closed. */
  readonly ballotGraceMillis: number;
};

export type Outcome = Stage | RefusalCode;

/** Everything of a stage but what number it is of. */
type Scene = Omit<Stage, 'version'>;

const MINUTE_MILLIS = 60_000;

export function commanded(stage: Stage, command: StageCommand, given: Given): Outcome {
  const scene = sceneAfter(stage, command, given);
  return typeof scene === 'string' ? scene : { ...scene, version: stage.version + 1 };
}

function sceneAfter(stage: Stage, command: StageCommand, given: Given): Scene | RefusalCode {
  switch (command.type) {
    case 'phase.start':
      return started(stage, given, ({ id }) => command.phase === undefined || id === command.phase);
    case 'phase.next':
      return beside(stage, given, 1);
    case 'phase.back':
      return beside(stage, given, -1);
    case 'phase.end':
      return stage.phase === null ? 'command-untimely' : ended(stage);
    case 'phase.renew':
      return renewed(stage, given);
    case 'timer.add':
      return lengthened(stage, command.millis, given);
    case 'timer.pause':
      return isRunning(stage, given) ? { ...stage, endsAt: null, left: stage.endsAt - given.now } : 'command-untimely';
    case 'timer.resume':
      return stage.left === null
        ? 'command-untimely'
        : { ...stage, endsAt: (given.now + stage.left) as Millis, left: null };
    case 'writing.close':
      return stage[gateOf(stage)] === 'open' ? closing(stage, given) : 'command-untimely';
    case 'writing.open':
      return stage[gateOf(stage)] === 'open' || !isForWriting(stage) ? 'command-untimely' : opened(stage);
    case 'door.close':
    case 'door.open': {
      const door = command.type === 'door.close' ? 'closed' : 'open';
      return door === stage.door ? 'command-untimely' : { ...stage, door };
    }
    case 'round.reveal':
      return revealed(stage, command.round, given);
    case 'vote.open':
    case 'vote.open-fingers':
    case 'vote.open-rating':
    case 'vote.close':
    case 'vote.add':
      return voted(stage, command, given);
  }
}

/** All is open as before the first phase; what was written, voted and decided of the door stays. */
const ended = ({ rounds, votes, door }: Stage): Scene => ({ ...OPEN_STAGE, rounds, votes, door });

/** What time alone changes, if it does: the timer runs out, and what is closing is closed. */
export function afterTime(stage: Stage, given: Omit<Given, 'phases'>): Stage | null {
  const scene = gateAfterTime(stage, given) ?? ballotsTaken(stage, given.now);
  return scene === null ? null : { ...scene, version: stage.version + 1 };
}

function gateAfterTime(stage: Stage, given: Omit<Given, 'phases'>): Scene | null {
  const due = gateDueAt(stage);
  if (due === null || due > given.now) return null;
  return stage.closedAt === null ? closing(stage, given) : closed(stage);
}

/** When time alone changes it, or a vote waits to be counted; null when nothing does. */
export function dueAt(stage: Stage): Millis | null {
  const dues = [gateDueAt(stage), voteDueAt(stage)].filter((due) => due !== null);
  return dues.length === 0 ? null : (Math.min(...dues) as Millis);
}

function gateDueAt(stage: Stage): Millis | null {
  const { closes, endsAt, closedAt } = stage;
  if (closedAt !== null) return closedAt;
  return closes && stage[gateOf(stage)] === 'open' ? endsAt : null;
}

function started(stage: Stage, given: Given, isIt: (phase: PlanPhase) => boolean): Scene | RefusalCode {
  const phase = given.phases.find(isIt);
  if (phase === undefined) return 'phase-unknown';
  const { id, minutes } = phase;
  const endsAt = minutes === null ? null : ((given.now + minutes * MINUTE_MILLIS) as Millis);
  return { ...ruledBy(phase, stage, given), phase: id, endsAt, left: null };
}

/** What the plan says of a phase, but for its time. */
function ruledBy(phase: PlanPhase, stage: Stage, given: Given): Scene {
  const ruled = deskClosed({ ...stage, open: phase.zones, closes: phase.closes, round: null });
  if (!isForWriting(ruled)) return withoutCanvas(ruled, given);
  return phase.private ? inRound(phase, ruled, given) : opened(ruled);
}

/** Whoever comes back to a private phase before its round is revealed goes on with that. */
function inRound({ id }: PlanPhase, scene: Scene, given: Given): Scene {
  const known = scene.rounds.find(({ phase, revealedAt }) => phase === id && revealedAt === null);
  const round: Round = known ?? { id: String(scene.rounds.length + 1), phase: id, revealedAt: null };
  const rounds = known === undefined ? [...scene.rounds, round] : scene.rounds;
  return { ...withoutCanvas(scene, given), desk: 'open', round: round.id, rounds };
}

/** Whoever was writing on the canvas has its grace. */
const withoutCanvas = (scene: Scene, given: Given): Scene =>
  scene.canvas === 'open' ? closing({ ...scene, round: null }, given) : scene;

function revealed(stage: Stage, id: string | undefined, { now }: Given): Scene | RefusalCode {
  const round = stage.rounds.findLast((one) => one.revealedAt === null && (id ?? one.id) === one.id);
  if (round === undefined) return 'command-untimely';
  const rounds = stage.rounds.map((one) => (one === round ? { ...one, revealedAt: now } : one));
  return stage.round === round.id ? { ...deskClosed(stage), round: null, rounds } : { ...stage, rounds };
}

/** The one before or after in the plan's order. Of a phase that is no longer in the plan nothing is. */
function beside(stage: Stage, given: Given, step: 1 | -1): Scene | RefusalCode {
  const at = given.phases.findIndex(({ id }) => id === stage.phase);
  const next = at === -1 ? undefined : given.phases[at + step];
  return next === undefined ? 'command-untimely' : started(stage, given, (phase) => phase === next);
}

function renewed(stage: Stage, given: Given): Scene | RefusalCode {
  const phase = given.phases.find(({ id }) => id === stage.phase);
  if (phase === undefined) return 'command-untimely';
  const { zones: open, closes } = phase;
  return phase.private && isShown(stage) ? { ...stage, open, closes } : ruledBy(phase, stage, given);
}

/** Whether the phase is a private one whose notes are on the canvas now. */
const isShown = ({ round, rounds, phase }: Stage): boolean =>
  round === null && rounds.some((one) => one.phase === phase && one.revealedAt !== null);

/** More time opens again what closed because it was up. */
function lengthened(stage: Stage, millis: number, given: Given): Scene | RefusalCode {
  const { endsAt, left } = stage;
  if (left !== null) return { ...stage, left: Math.max(0, left + millis) };
  if (isRunning(stage, given)) return { ...stage, endsAt: Math.max(given.now, stage.endsAt + millis) as Millis };
  if (millis <= 0) return 'command-untimely';
  const longer = { ...stage, endsAt: (given.now + millis) as Millis };
  return endsAt !== null && stage.closes && isForWriting(stage) && !isShown(stage) ? opened(longer) : longer;
}

const isRunning = (stage: Stage, { now }: Given): stage is Stage & { endsAt: Millis } =>
  stage.endsAt !== null && stage.endsAt > now;

/** What one writes through now. */
const gateOf = ({ round }: Scene): 'canvas' | 'desk' => (round === null ? 'canvas' : 'desk');

/** A phase that names no zone is for talking. */
const isForWriting = ({ open }: Scene): boolean => open === 'all' || open.length > 0;

/** The grace of the canvas goes on while the desks are opened. */
const opened = (scene: Scene): Scene => ({
  ...scene,
  [gateOf(scene)]: 'open' satisfies Gate,
  closedAt: scene.round !== null && scene.canvas === 'closing' ? scene.closedAt : null,
});

const closing = (scene: Scene, { now, graceMillis }: Omit<Given, 'phases'>): Scene => ({
  ...scene,
  [gateOf(scene)]: 'closing' satisfies Gate,
  closedAt: (now + graceMillis) as Millis,
});

const closed = (scene: Scene): Scene => ({
  ...scene,
  canvas: afterGrace(scene.canvas),
  desk: afterGrace(scene.desk),
  closedAt: null,
});

const afterGrace = (gate: Gate): Gate => (gate === 'closing' ? 'closed' : gate);

/** Once their round is revealed nothing more is asked of the desks. */
const deskClosed = (scene: Scene): Scene => ({
  ...scene,
  desk: 'closed',
  closedAt: scene.canvas === 'closing' ? scene.closedAt : null,
});
