/** `stage`: what is going on. Written by the server alone: one key that holds the whole value, so that it is never half new. */
import type * as Y from 'yjs';
import type { Millis } from '../ids.ts';
import { stampLayout } from './layout-version.ts';

export type Stage = {
  /** Grows by one with every change; a command says on which version it was given. */
  readonly version: number;
  /** The current phase's id in `plan`; null before phases run. */
  readonly phase: string | null;
  /** When the current phase's time is up, by the server's clock; null without a timer. */
  readonly endsAt: Millis | null;
  /** Which zones are open for writing: all, or those with these ids. */
  readonly open: 'all' | readonly string[];
};

/** A new board: all open, no timer. */
export const OPEN_STAGE: Stage = { version: 1, phase: null, endsAt: null, open: 'all' };

export function writeStage(doc: Y.Doc, stage: Stage): void {
  stampLayout(doc);
  doc.getMap<unknown>('stage').set('value', stage);
}

export function readStage(doc: Y.Doc): Stage | null {
  const value = doc.getMap<unknown>('stage').get('value');
  return isStage(value) ? value : null;
}

function isStage(value: unknown): value is Stage {
  if (typeof value !== 'object' || value === null) return false;
  const stage = value as Partial<Record<keyof Stage, unknown>>;
  return typeof stage.version === 'number' && (stage.open === 'all' || Array.isArray(stage.open));
}
