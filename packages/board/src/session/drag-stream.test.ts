import { LIMITS, readDrag, writeDrag, type Place, type RecordId } from '@samtavla/protocol';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { dragReceiver, SILENT_MILLIS, type DragReceiver } from './drag-receiver.ts';
import { dragSender } from './drag-sender.ts';

const NOTE = 'n1' as RecordId;
const places = (x: number, id: RecordId = NOTE): ReadonlyMap<RecordId, Place> => new Map([[id, [x, 0, 0]]]);
const message = (n: number, x: number, more: { gesture?: string; end?: boolean; by?: string } = {}) =>
  writeDrag({ gesture: 'g1', n, by: 'kari', places: [[NOTE, x, 0, 0]], end: false, ...more });

let receiver: DragReceiver;
beforeEach(() => {
  vi.useFakeTimers();
  receiver = dragReceiver();
});
afterEach(() => {
  receiver.close();
  vi.useRealTimers();
});

describe('who drags', () => {
  test('[N10] says so at most 20 times a second, and still says so when holding still', () => {
    const said: string[] = [];
    const sender = dragSender(
      (text) => said.push(text),
      () => 'kari',
    );
    for (let millis = 0; millis < 1000; millis += 5) {
      sender.tell(places(millis));
      vi.advanceTimersByTime(5);
    }
    expect(said.length).toBeGreaterThan(15);
    expect(said.length).toBeLessThanOrEqual(21);
    const moving = said.length;
    vi.advanceTimersByTime(3_000);
    expect(said.length - moving).toBeGreaterThanOrEqual(2);
    sender.end(places(9000));
    expect(readDrag(said.at(-1) ?? '')).toMatchObject({ n: said.length - 1, end: true, places: [[NOTE, 9000, 0, 0]] });
    vi.advanceTimersByTime(5_000);
    expect(readDrag(said.at(-1) ?? '')?.end).toBe(true);
  });

  test('[N10] of more records than a message holds, nothing is said', () => {
    const said: string[] = [];
    const sender = dragSender(
      (text) => said.push(text),
      () => 'kari',
    );
    const many = Array.from(
      { length: LIMITS.draggedRecords + 1 },
      (_, n) => [String(n) as RecordId, [0, 0, 0]] as const,
    );
    sender.tell(new Map(many));
    sender.end(new Map(many));
    expect(said).toEqual([]);
  });
});

describe('who sees it', () => {
  test('[N11] glides from place to place', () => {
    receiver.receive(message(0, 0));
    receiver.receive(message(1, 100));
    vi.advanceTimersByTime(25);
    const [x] = receiver.placeOf(NOTE) ?? [];
    expect(x).toBeGreaterThan(20);
    expect(x).toBeLessThan(80);
    vi.advanceTimersByTime(100);
    expect(receiver.placeOf(NOTE)).toEqual([100, 0, 0]);
  });

  test('[N11] falls back to the document when the dragger is silent, and at once when they leave or let go of it', () => {
    const changed: string[] = [];
    receiver.subscribe((ids) => changed.push(...ids));
    receiver.receive(message(0, 5));
    vi.advanceTimersByTime(SILENT_MILLIS - 100);
    expect(receiver.placeOf(NOTE)).not.toBeNull();
    changed.length = 0;
    vi.advanceTimersByTime(200);
    expect([receiver.placeOf(NOTE), changed]).toEqual([null, [NOTE]]);
    receiver.receive(message(1, 5));
    receiver.left(new Set(['kari']));
    expect(receiver.placeOf(NOTE)).toBeNull();
    receiver.receive(message(2, 5));
    receiver.receive(writeDrag({ gesture: 'g1', n: 3, by: 'kari', places: [], end: true }));
    expect(receiver.placeOf(NOTE)).toBeNull();
  });

  test('[N12] what comes late moves nothing back: a lower number, after the end, after the document has it', () => {
    receiver.receive(message(5, 50));
    receiver.receive(message(4, 40));
    vi.advanceTimersByTime(100);
    expect(receiver.placeOf(NOTE)).toEqual([50, 0, 0]);
    receiver.receive(message(6, 60, { end: true }));
    receiver.receive(message(7, 70));
    vi.advanceTimersByTime(100);
    expect(receiver.placeOf(NOTE)).toEqual([60, 0, 0]);
    receiver.placed(NOTE);
    receiver.receive(message(8, 80));
    expect(receiver.placeOf(NOTE)).toBeNull();
    receiver.receive(message(0, 0, { gesture: 'g2' }));
    receiver.placed(NOTE);
    receiver.receive(message(1, 10, { gesture: 'g2' }));
    expect(receiver.placeOf(NOTE)).toBeNull();
    receiver.receive(message(0, 1, { gesture: 'g3' }));
    expect(receiver.placeOf(NOTE)).toEqual([1, 0, 0]);
  });

  test('[N12] what comes after a silence and the document’s own word is late too', () => {
    receiver.receive(message(0, 1));
    vi.advanceTimersByTime(SILENT_MILLIS + 100);
    receiver.placed(NOTE);
    receiver.receive(message(1, 10));
    expect(receiver.placeOf(NOTE)).toBeNull();
  });

  test.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['a place beyond any page', message(0, 1e300)],
    ['a place that is no number', message(0, Number.NaN)],
    ['a number that is none', message(0.5, 1)],
    ['no gesture', message(0, 1, { gesture: '' })],
    ['more than a message holds', JSON.stringify({ gesture: 'x'.repeat(LIMITS.dragBytes) })],
  ])('[N12] %s is passed over', (_what, text) => {
    receiver.receive(text);
    expect(receiver.placeOf(NOTE)).toBeNull();
  });

  test('[N12] of two who drag one record, it follows the first until they let go', () => {
    receiver.receive(message(0, 1));
    receiver.receive(message(0, 900, { gesture: 'g2', by: 'ola' }));
    expect(receiver.placeOf(NOTE)).toEqual([1, 0, 0]);
    receiver.placed(NOTE);
    receiver.receive(message(1, 901, { gesture: 'g2', by: 'ola' }));
    expect(receiver.placeOf(NOTE)).toEqual([901, 0, 0]);
  });
});
