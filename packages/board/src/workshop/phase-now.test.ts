import type { Millis, PlanPhase, PlanZone, RecordId } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { clockFace, phaseNow, timeLeft } from './phase-now.ts';

const zone = (id: string, question: string): PlanZone => ({
  id: id as RecordId,
  kind: 'other',
  title: id,
  question,
  box: { x: 0, y: 0, w: 1, h: 1 },
  tint: 'grey',
  order: 0,
});
const phase = (id: string, zones: readonly string[]): PlanPhase => ({
  id,
  name: id,
  minutes: 5,
  zones: zones as readonly RecordId[],
  private: false,
  closes: false,
  vote: null,
});
const ZONES = [zone('today', 'Hvordan er det?'), zone('desired', 'Hva vil vi?'), zone('mute', '')];
const PHASES = [
  phase('one', ['today']),
  phase('two', ['today', 'desired']),
  phase('three', ['mute']),
  phase('four', []),
];

describe('the phase of the moment', () => {
  test('[U67] its number, what is before and after it, and what is asked where it is about one zone', () => {
    const first = phaseNow({ phase: 'one' }, PHASES, ZONES);
    expect(first).toMatchObject({ number: 1, count: 4, before: null, question: 'Hvordan er det?' });
    expect(first?.after?.id).toBe('two');
    const asked = ['two', 'three', 'four'].map((id) => phaseNow({ phase: id }, PHASES, ZONES)?.question);
    expect(asked).toEqual([null, null, null]);
    expect(phaseNow({ phase: 'four' }, PHASES, ZONES)).toMatchObject({ after: null, before: { id: 'three' } });
  });

  test('[U67] none where none runs, and where it is no longer in the plan', () => {
    expect(phaseNow({ phase: null }, PHASES, ZONES)).toBeNull();
    expect(phaseNow({ phase: 'gone' }, PHASES, ZONES)).toBeNull();
  });
});

describe('the time left', () => {
  const at = (now: number, endsAt: number | null, left: number | null = null) =>
    timeLeft({ endsAt: endsAt as Millis | null, left }, now as Millis);

  test('[U68] running, in its last minute, up, paused or none', () => {
    expect(at(0, 60_001)).toEqual({ state: 'running', millis: 60_001 });
    expect(at(0, 60_000)).toEqual({ state: 'soon', millis: 60_000 });
    expect(at(70_000, 60_000)).toEqual({ state: 'up', millis: 0 });
    expect(at(70_000, null, 5_000)).toEqual({ state: 'paused', millis: 5_000 });
    expect(at(0, null)).toBeNull();
  });

  test.each([
    [0, '0:00'],
    [1, '0:01'],
    [65_000, '1:05'],
    [599_001, '10:00'],
    [3_725_000, '1:02:05'],
  ])('[U68] %i ms is %s', (millis, face) => {
    expect(clockFace(millis)).toBe(face);
  });
});
