import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { Lane, type Packet } from './lane.ts';

/** 10 Mbit/s, 20 ms one way. */
const SIZE = { bytesPerMilli: 1_250, delayMillis: 20 };

/** Asks as often as the lane says, and never in between. */
function drain(lane: Lane<string>): (Packet<string> & { at: number })[] {
  const all: (Packet<string> & { at: number })[] = [];
  for (let at = lane.nextAt(); at !== null; at = lane.nextAt()) {
    const now = at;
    all.push(...lane.arrived(now).map((packet) => ({ ...packet, at: now })));
  }
  return all;
}

const PUTS = array(
  record({
    flow: constantFrom('a', 'b', 'c'),
    bytes: integer({ min: 1, max: 9_000 }),
    after: integer({ max: 30, min: 0 }),
  }),
  { minLength: 1, maxLength: 30 },
);

test('[Q13] a packet arrives when it has been put on the line and been on its way', () => {
  const lane = new Lane<string>(SIZE);
  lane.put('a', Buffer.alloc(1_250), 100);
  expect(lane.arrived(120.9)).toEqual([]);
  expect(lane.arrived(121)).toHaveLength(1);
});

test('[Q13] what is sent at once takes as long as the line is wide, and no longer', () => {
  const lane = new Lane<string>(SIZE);
  for (const flow of ['a', 'b', 'c']) lane.put(flow, Buffer.alloc(125_000), 0);
  expect(drain(lane).at(-1)?.at).toBeCloseTo(300 + 20);
});

test('[Q13] a small answer does not wait for all of a large one: connections share the line by turns', () => {
  const lane = new Lane<string>(SIZE);
  lane.put('large', Buffer.alloc(1_000_000), 0);
  lane.put('small', Buffer.alloc(1_000), 0);
  expect(drain(lane).find(({ flow }) => flow === 'small')?.at).toBeLessThan(25);
});

test('[Q13] nothing is lost or overtaken within a connection, and nothing is faster than the line', () => {
  assert(
    property(PUTS, (puts) => {
      const lane = new Lane<string>(SIZE);
      const got: (Packet<string> & { at: number })[] = [];
      const sent = new Map<string, number[]>();
      let now = 0;
      for (const [number, { flow, bytes, after }] of puts.entries()) {
        now += after;
        got.push(...lane.arrived(now).map((packet) => ({ ...packet, at: now })));
        lane.put(flow, Buffer.alloc(bytes, number), now);
        sent.set(flow, [...(sent.get(flow) ?? []), ...Array.from({ length: bytes }, () => number)]);
      }
      got.push(...drain(lane));
      for (const [flow, bytes] of sent) {
        const came = Buffer.concat(got.filter((packet) => packet.flow === flow).map((packet) => packet.bytes));
        expect(came.equals(Buffer.from(bytes))).toBe(true);
      }
      let total = 0;
      for (const { bytes, at } of got) {
        total += bytes.length;
        expect(total).toBeLessThanOrEqual((at - SIZE.delayMillis) * SIZE.bytesPerMilli + 1e-6);
      }
    }),
  );
});

test('[Q13] who asks late gets what came in the meantime: a line is not slower for a busy machine', () => {
  const lane = new Lane<string>(SIZE);
  lane.put('a', Buffer.alloc(125_000), 0);
  lane.put('b', Buffer.alloc(125_000), 0);
  const came = lane.arrived(220.001).reduce((sum, { bytes }) => sum + bytes.length, 0);
  expect(came).toBe(250_000);
});

test('[Q13] the end of a connection comes after all it sent', () => {
  const lane = new Lane<string>(SIZE);
  lane.put('a', Buffer.alloc(10_000), 0);
  lane.put('a', Buffer.alloc(0), 0);
  expect(
    drain(lane)
      .map(({ bytes }) => bytes.length)
      .at(-1),
  ).toBe(0);
  expect(lane.waitingOf('a')).toBe(0);
});
