/** What people are told of the stage: which phase, what is asked in it, and how much time is left. Pure. */
import type { Gate, Millis, PlanPhase, PlanZone, Stage } from '@samtavla/protocol';

export type PhaseNow = {
  readonly phase: PlanPhase;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  readonly before: PlanPhase | null;
  readonly after: PlanPhase | null;
  /** What is asked in the zones that it is about; none where there are many, each with its own. */
  readonly question: string | null;
};

/** Null where no phase runs, and for one that is no longer in the plan. */
export function phaseNow(
  { phase: id }: Pick<Stage, 'phase'>,
  phases: readonly PlanPhase[],
  zones: readonly PlanZone[],
): PhaseNow | null {
  const at = phases.findIndex((phase) => phase.id === id);
  const phase = phases[at];
  if (phase === undefined) return null;
  const [zone, ...others] = zones.filter((each) => phase.zones.includes(each.id));
  return {
    phase,
    number: at + 1,
    count: phases.length,
    before: phases[at - 1] ?? null,
    after: phases[at + 1] ?? null,
    question: zone === undefined || others.length > 0 || zone.question === '' ? null : zone.question,
  };
}

/** Whether one may write now: at one's desk in a round, else on the canvas. */
export const gateNow = ({ round, desk, canvas }: Pick<Stage, 'round' | 'desk' | 'canvas'>): Gate =>
  round === null ? canvas : desk;

/** `soon`: the last minute. */
export type TimeLeft = { readonly state: 'running' | 'soon' | 'up' | 'paused'; readonly millis: number };

const SOON_MILLIS = 60_000;

/** Null without a timer. */
export function timeLeft({ endsAt, left }: Pick<Stage, 'endsAt' | 'left'>, now: Millis): TimeLeft | null {
  if (left !== null) return { state: 'paused', millis: left };
  if (endsAt === null) return null;
  const millis = Math.max(0, endsAt - now);
  if (millis === 0) return { state: 'up', millis };
  return { state: millis <= SOON_MILLIS ? 'soon' : 'running', millis };
}

/** «7:05», and «1:02:00» from an hour on. A second that has begun counts: at «0:00» time is up. */
export function clockFace(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
