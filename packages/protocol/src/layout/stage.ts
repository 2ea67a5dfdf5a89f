/** `stage`: what is going on. Written by the server alone: one key that holds the whole value, so that it is never half new. */
import type * as Y from 'yjs';
import type { Millis, RecordId } from '../ids.ts';
import type { Vote } from './votes.ts';
import { stampLayout } from './layout-version.ts';

/** `closing` is the grace of some seconds in which what is half typed still counts. */
export const GATES = ['open', 'closing', 'closed'] as const;
export type Gate = (typeof GATES)[number];

/** `closed`: nobody comes in who has not been here. */
export const DOORS = ['open', 'closed'] as const;
export type Door = (typeof DOORS)[number];

/** A time of writing privately. */
export type Round = {
  readonly id: string;
  /** The phase in which it was written, which may be gone from `plan`. */
  readonly phase: string;
  /** From then on what is written in it belongs on the canvas; null before. */
  readonly revealedAt: Millis | null;
};

export type Stage = {
  /** Grows by one with every change; a command says on which version it was given. */
  readonly version: number;
  /** The current phase's id in `plan`; null where none runs. */
  readonly phase: string | null;
  /** When the time is up, by the server's clock; it may have passed. Null without a timer, and while it is paused. */
  readonly endsAt: Millis | null;
  /** What is left of a timer that is paused, in milliseconds; else null. */
  readonly left: number | null;
  /** Whether writing closes when the time is up. */
  readonly closes: boolean;
  /** In which zones one is to write: all, or those with these ids. The interface holds people to it, and nothing else does. */
  readonly open: 'all' | readonly RecordId[];
  /** Whether participants may write on the canvas. The server holds them to it. */
  readonly canvas: Gate;
  /** Whether one is to write on one's desk in the round that is on. The interface holds people to it: what comes late counts too. */
  readonly desk: Gate;
  /** When that which is closing is closed, by the server's clock; null while nothing is. */
  readonly closedAt: Millis | null;
  /** Whether newcomers are let in. Those who lead always are, and those who have been here come back. */
  readonly door: Door;
  /** The id of the round to which what is written now belongs; null while one writes on the canvas, for all to see. */
  readonly round: string | null;
  /** All there have been, in the order in which they began. */
  readonly rounds: readonly Round[];
  /** All there have been, in the order in which they began; the last may be going on. */
  readonly votes: readonly Vote[];
};

/** A new board: all open, no timer. */
export const OPEN_STAGE: Stage = {
  version: 1,
  phase: null,
  endsAt: null,
  left: null,
  closes: false,
  open: 'all',
  canvas: 'open',
  desk: 'closed',
  closedAt: null,
  door: 'open',
  round: null,
  rounds: [],
  votes: [],
};

export function writeStage(doc: Y.Doc, stage: Stage): void {
  stampLayout(doc);
  doc.getMap<unknown>('stage').set('value', stage);
}

/** What an earlier version of the server left out is as on a new board. Null before the document has come. */
export function readStage(doc: Y.Doc): Stage | null {
  return stageOf(doc.getMap<unknown>('stage').get('value'));
}

/** The stage that an earlier version of the server may have written; null for what is none. */
export function stageOf(value: unknown): Stage | null {
  if (!isStage(value)) return null;
  // Before there were other votes they did not say that they are by dots.
  const votes = (value.votes ?? []).map((vote) => ({ ...vote, kind: vote.kind ?? 'dots' }) as Vote);
  return { ...OPEN_STAGE, ...value, votes };
}

/** How many have written in a round, and nothing of what or who. Beside the stage, so that it does not count as a change of that. */
export function writeWriters(doc: Y.Doc, round: string, count: number): void {
  doc.getMap<unknown>('stage').set('writers', { round, count });
}

/** 0 where nobody has. */
export function readWriters(doc: Y.Doc, of: string | null): number {
  const value = doc.getMap<unknown>('stage').get('writers');
  if (of === null || typeof value !== 'object' || value === null) return 0;
  const { round, count } = value as Record<string, unknown>;
  return round === of && typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : 0;
}

function isStage(value: unknown): value is Partial<Stage> {
  if (typeof value !== 'object' || value === null) return false;
  const stage = value as Partial<Record<keyof Stage, unknown>>;
  return typeof stage.version === 'number' && (stage.open === 'all' || Array.isArray(stage.open));
}

/** Whether the zone is one to write in now. */
export const isZoneOpen = ({ open }: Pick<Stage, 'open'>, zone: RecordId | null): boolean =>
  open === 'all' || (zone !== null && open.includes(zone));
