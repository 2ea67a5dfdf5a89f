import type { Stage } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import type { Connection } from '../session/connection.ts';
import { timeLeft, type TimeLeft } from './phase-now.ts';

/** Often enough that no second is skipped. */
const LOOK_MILLIS = 250;

/** By the server's clock; null without a timer. */
export function useTimeLeft(stage: Stage, now: Connection['now']): TimeLeft | null {
  const [, look] = useState(0);
  const isRunning = stage.endsAt !== null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => look((looks) => looks + 1), LOOK_MILLIS);
    return () => clearInterval(timer);
  }, [isRunning]);
  return timeLeft(stage, now());
}
