/** When versions are taken by themselves and which of them stay, over long stretches of time. */
import type { Millis, VersionId, VersionKind } from '@samtavla/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDue, LONGEST_MILLIS, REST_MILLIS, thinnedOut } from '../src/versions/spacing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = 1_800_000_000_000;
const at = (time: number): Millis => time as Millis;

type Aged = { id: VersionId; kind: VersionKind; takenAt: Millis };

test('[V2] a version is due when work has rested, or has gone on for long, and not before', () => {
  const due = (changedAgo: number, workedFor: number) =>
    isDue({ changedAt: at(START - changedAgo), versionAt: null }, at(START - workedFor), at(START));
  expect(due(1000, 2000)).toBe(false);
  expect(due(REST_MILLIS - 1, LONGEST_MILLIS - 1)).toBe(false);
  expect(due(REST_MILLIS, REST_MILLIS)).toBe(true);
  expect(due(1, LONGEST_MILLIS)).toBe(true);
});

/** Versions within a year before `START`. */
const versions = fc
  .array(
    fc.record({
      kind: fc.constantFrom<VersionKind>('automatic', 'automatic', 'automatic', 'named', 'gathering', 'before-restore'),
      age: fc.oneof(fc.integer({ min: 0, max: 2 * DAY }), fc.integer({ min: 0, max: 365 * DAY })),
    }),
    { maxLength: 200 },
  )
  .map((all) =>
    all.map(({ kind, age }, index): Aged => ({ id: `v${index}` as VersionId, kind, takenAt: at(START - age) })),
  );

const without = (all: readonly Aged[], out: readonly VersionId[]) => all.filter(({ id }) => !out.includes(id));

test('[V3] no version with a name, of the last day, or newest of all is thinned out', () => {
  fc.assert(
    fc.property(versions, (all) => {
      const out = thinnedOut(all, at(START));
      const stays = ({ kind, takenAt }: Aged) =>
        kind === 'named' ||
        kind === 'gathering' ||
        START - takenAt < DAY ||
        (kind === 'before-restore' && START - takenAt < 30 * DAY);
      const newest = Math.max(...all.map(({ takenAt }) => takenAt));
      expect(all.filter((one) => stays(one) && out.includes(one.id))).toEqual([]);
      expect(without(all, out).filter(({ takenAt }) => takenAt === newest).length > 0).toBe(all.length > 0);
    }),
  );
});

test('[V3] of what is thinned out, one not a week later stays: not an hour in the first week, not a day in the first month', () => {
  fc.assert(
    fc.property(versions, (all) => {
      const out = thinnedOut(all, at(START));
      const left = without(all, out);
      for (const { takenAt } of all.filter(({ id }) => out.includes(id))) {
        const age = START - takenAt;
        const within = age < 7 * DAY ? HOUR : age < 30 * DAY ? DAY : 7 * DAY;
        expect(left.some((one) => one.takenAt >= takenAt && one.takenAt - takenAt < within)).toBe(true);
      }
    }),
  );
});

test('[V3] thinning again takes nothing, and thinned step by step the same is left as at once', () => {
  fc.assert(
    fc.property(versions, fc.array(fc.integer({ min: 0, max: 400 * DAY }), { maxLength: 6 }), (all, steps) => {
      const end = at(START + 400 * DAY);
      const atOnce = without(all, thinnedOut(all, end));
      const times = [...steps.toSorted((one, other) => one - other).map((step) => at(START + step)), end, end];
      const stepwise = times.reduce((left, time) => without(left, thinnedOut(left, time)), all);
      expect(stepwise.map(({ id }) => id)).toEqual(atOnce.map(({ id }) => id));
    }),
  );
});
