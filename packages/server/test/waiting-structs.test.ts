/** How much may wait in a document for what has not come, by the time that Yjs takes for it. */
import { LIMITS } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { WaitingStructs } from '../src/sync/waiting-structs.ts';

/** Updates of which each needs the one before it. */
function inARow(count: number): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let at = 0; at < count; at += 1) doc.getMap('m').set(String(at), at);
  return updates;
}

function waitingIn(doc: Y.Doc) {
  let now = 0;
  const waiting = new WaitingStructs(doc, () => now);
  const arrives = (sender: object, update: Uint8Array): string => {
    if (!waiting.bears(update)) return 'refused';
    Y.applyUpdate(doc, update);
    return waiting.applied(sender, update);
  };
  return { arrives, pass: (millis: number) => (now += millis) };
}

test('[S11] what waits takes so much of the server’s time, whoever sent it, and what need not wait is not held up by it', () => {
  const { arrives, pass } = waitingIn(new Y.Doc());
  const outcomes: string[] = [];
  // Many senders, each within what one may leave.
  for (let sender = 0; sender < 10; sender += 1) {
    const someone = {};
    const updates = inARow(2 * (LIMITS.waitingUpdates - 1)).filter((_, at) => at % 2 === 1);
    outcomes.push(...updates.map((update) => arrives(someone, update)));
  }
  const waits = outcomes.filter((outcome) => outcome === 'waits').length;
  // Each of them was gone through with each that came after it.
  expect((waits * (waits - 1)) / 2).toBeLessThanOrEqual(LIMITS.waitingPieces);
  expect(new Set(outcomes.slice(waits))).toEqual(new Set(['refused']));
  const honest = {};
  expect(inARow(50).map((update) => arrives(honest, update))).toEqual(Array.from({ length: 50 }, () => 'in'));
  const [, late = new Uint8Array()] = inARow(2);
  expect(arrives({}, late)).toBe('refused');
  pass(60_000);
  expect(arrives({}, late)).toBe('waits');
});

test('[S11] deletions that wait for what they delete count too', () => {
  const { arrives } = waitingIn(new Y.Doc());
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  for (let at = 0; at < 1_500; at += 1) doc.getMap('m').set(String(at), at);
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let at = 0; at < 1_500; at += 2) doc.getMap('m').delete(String(at));
  const outcomes = updates.map((update) => arrives({}, update));
  expect(outcomes[0]).toBe('waits');
  expect(outcomes.at(-1)).toBe('refused');
});
