import { createEncoder, toUint8Array, writeVarInt, writeVarString, writeVarUint } from 'lib0/encoding';
import { DOING_NOTHING, writeRoomNews, writeTold } from '@samtavla/protocol';
import { beforeEach, expect, test } from 'vitest';
import { countUnacknowledged } from './unacknowledged.ts';

const DOC = 'board/canvas';
const [STEP_1, STEP_2, UPDATE] = [0, 1, 2];

const syncFrame = (step: number, document = DOC): Uint8Array => {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  writeVarUint(encoder, 0);
  writeVarUint(encoder, step);
  return toUint8Array(encoder);
};
const ack = (applied = true, document = DOC): Uint8Array => {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  writeVarUint(encoder, 8);
  writeVarInt(encoder, applied ? 1 : 0);
  return toUint8Array(encoder);
};

let isOpen: boolean;
let refusals: number;
let counter: ReturnType<typeof countUnacknowledged>;
beforeEach(() => {
  isOpen = false;
  refusals = 0;
  counter = countUnacknowledged(() => isOpen, { changed: () => {}, refused: () => (refusals += 1) });
});

const type = () => {
  counter.changedLocally(DOC);
  counter.sent(syncFrame(UPDATE));
};

test('[N1] a change is unsaved until its own acknowledgement has come', () => {
  isOpen = true;
  type();
  type();
  counter.received(ack());
  expect(counter.any()).toBe(true);
  counter.received(ack());
  expect(counter.any()).toBe(false);
});

test('[N1] an acknowledgement for one document says nothing about another', () => {
  isOpen = true;
  type();
  counter.received(ack(true, 'board/plan'));
  expect(counter.any()).toBe(true);
});

test('[N2] what was under way when the socket broke is unsaved until the next handshake is acknowledged', () => {
  isOpen = true;
  type();
  isOpen = false;
  counter.closed();
  isOpen = true;
  counter.sent(syncFrame(STEP_1));
  expect(counter.any()).toBe(true);
  counter.sent(syncFrame(STEP_2));
  expect(counter.any()).toBe(true);
  counter.received(ack());
  expect(counter.any()).toBe(false);
});

test('[N2] acknowledgements of frames that waited for the socket do not stand for the handshake’s', () => {
  counter.changedLocally(DOC);
  isOpen = true;
  counter.sent(syncFrame(UPDATE));
  counter.received(ack());
  expect(counter.any()).toBe(true);
  counter.sent(syncFrame(STEP_2));
  counter.received(ack());
  expect(counter.any()).toBe(false);
});

test('[N3] a refused update is told, and stays unsaved', () => {
  isOpen = true;
  type();
  counter.received(ack(false));
  expect([refusals, counter.any()]).toEqual([1, true]);
});

test('[N1] pings and presence count for nothing', () => {
  isOpen = true;
  counter.received(Uint8Array.of(9));
  counter.sent(Uint8Array.of(10));
  counter.sent(writeTold({ doing: DOING_NOTHING }));
  counter.received(writeRoomNews({ self: 8, now: 1 as never, paceMillis: 50, came: [], left: [], news: [] }));
  expect(counter.any()).toBe(false);
});

test('[N2] what is changed while the socket is closing was not sent, whatever was last heard of it', () => {
  isOpen = true;
  type();
  counter.received(ack());
  isOpen = false;
  counter.changedLocally(DOC);
  expect(counter.any()).toBe(true);
});
