/**
 * What is going on in a workshop, as a state machine: pure, and whole. Each command either gives the next stage or the reason why not;
 * time gives the next stage or none. Nothing else changes a stage.
 *
 *     phase      none ⇄ one of the plan's, in any order
 *     timer      none, running to `endsAt`, or paused with so much `left`
 *     a gate     open → closing, for some seconds → closed → open
 */
import {
  OPEN_STAGE,
  type Gate,
  type Millis,
  type PlanPhase,
  type RefusalCode,
  type Stage,
  type StageCommand,
} from '@samtavla/protocol';

export type Given = {
  /** The plan's, in their order. */
  readonly phases: readonly PlanPhase[];
  readonly now: Millis;
  /** How long what is closing stays open. */
  readonly graceMillis: number;
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
      return stage.phase === null ? 'command-untimely' : { ...OPEN_STAGE };
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
      return stage.canvas === 'open' ? closing(stage, given) : 'command-untimely';
    case 'writing.open':
      return stage.canvas === 'open' || !isForWriting(stage) ? 'command-untimely' : opened(stage);
  }
}

/** What time alone changes, if it does: the timer runs out, and what is closing is closed. */
export function afterTime(stage: Stage, given: Omit<Given, 'phases'>): Stage | null {
  const due = dueAt(stage);
  if (due === null || due > given.now) return null;
  const scene =
    stage.closedAt === null ? closing(stage, given) : { ...stage, canvas: 'closed' as const, closedAt: null };
  return { ...scene, version: stage.version + 1 };
}

/** When time alone changes it; null when it does not. */
export function dueAt({ canvas, closes, endsAt, closedAt }: Stage): Millis | null {
  if (closedAt !== null) return closedAt;
  return closes && canvas === 'open' ? endsAt : null;
}

function started(stage: Stage, given: Given, isIt: (phase: PlanPhase) => boolean): Scene | RefusalCode {
  const phase = given.phases.find(isIt);
  if (phase === undefined) return 'phase-unknown';
  const { id, minutes } = phase;
  const endsAt = minutes === null ? null : ((given.now + minutes * MINUTE_MILLIS) as Millis);
  return { ...ruledBy(phase, stage, given), phase: id, endsAt, left: null };
}

/** What the plan says of a phase, but for its time. */
function ruledBy({ zones, closes }: PlanPhase, stage: Stage, given: Given): Scene {
  const ruled = { ...stage, open: zones, closes };
  if (isForWriting(ruled)) return opened(ruled);
  return stage.canvas === 'open' ? closing(ruled, given) : ruled;
}

/** The one before or after in the plan's order. Of a phase that is no longer in the plan nothing is. */
function beside(stage: Stage, given: Given, step: 1 | -1): Scene | RefusalCode {
  const at = given.phases.findIndex(({ id }) => id === stage.phase);
  const next = at === -1 ? undefined : given.phases[at + step];
  return next === undefined ? 'command-untimely' : started(stage, given, (phase) => phase === next);
}

function renewed(stage: Stage, given: Given): Scene | RefusalCode {
  const phase = given.phases.find(({ id }) => id === stage.phase);
  return phase === undefined ? 'command-untimely' : ruledBy(phase, stage, given);
}

/** More time opens again what closed because it was up. */
function lengthened(stage: Stage, millis: number, given: Given): Scene | RefusalCode {
  const { endsAt, left } = stage;
  if (left !== null) return { ...stage, left: Math.max(0, left + millis) };
  if (isRunning(stage, given)) return { ...stage, endsAt: Math.max(given.now, stage.endsAt + millis) as Millis };
  if (millis <= 0) return 'command-untimely';
  const longer = { ...stage, endsAt: (given.now + millis) as Millis };
  return endsAt !== null && stage.closes && isForWriting(stage) ? opened(longer) : longer;
}

const isRunning = (stage: Stage, { now }: Given): stage is Stage & { endsAt: Millis } =>
  stage.endsAt !== null && stage.endsAt > now;

/** A phase that names no zone is for talking. */
const isForWriting = ({ open }: Scene): boolean => open === 'all' || open.length > 0;

const opened = (scene: Scene): Scene => ({ ...scene, canvas: 'open' satisfies Gate, closedAt: null });

const closing = (scene: Scene, { now, graceMillis }: Omit<Given, 'phases'>): Scene => ({
  ...scene,
  canvas: 'closing',
  closedAt: (now + graceMillis) as Millis,
});
