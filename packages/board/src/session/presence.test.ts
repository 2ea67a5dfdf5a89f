import {
  DOING_NOTHING,
  readTold,
  writeArrival,
  writeNews,
  writeRoomNews,
  type Arrival,
  type Doing,
  type RoomNews,
  type Millis,
} from '@samtavla/protocol';
import { assert, property, uint8Array } from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { serverTime } from './server-time.ts';
import { presenceOver } from './presence.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const kari: Arrival = { id: 2, person: 'kari', name: 'Kari', perspective: { sector: 'school' }, role: 'facilitator' };
const ola: Arrival = { id: 7, person: 'ola', name: 'Ola', perspective: {}, role: 'participant' };
const me: Arrival = { id: 1, person: 'me', name: 'Jeg', perspective: {}, role: 'participant' };

const says = ({ came = [], news = [], ...rest }: Partial<RoomNews>): Uint8Array =>
  writeRoomNews({
    self: null,
    now: null,
    paceMillis: 50,
    left: [],
    ...rest,
    came: came.map(writeArrival),
    news: news.map(writeNews),
  });

test('[N27] the server says what time it is as it says who one is, and whoever asks is told', () => {
  const heard: number[] = [];
  const presence = presenceOver(
    () => {},
    (now) => heard.push(now),
  );
  presence.hear(says({ self: 1, now: 1_700_000_000_000 as Millis }));
  presence.hear(says({}));
  expect(heard).toEqual([1_700_000_000_000]);
});

test('[N27] time is the server’s from when it was heard, however wrong the device is', () => {
  vi.setSystemTime(5_000);
  const time = serverTime();
  expect(time.now()).toBe(5_000);
  time.heard(605_000 as Millis);
  vi.advanceTimersByTime(1_500);
  expect(time.now()).toBe(606_500);
});

function onALine() {
  const sent: Uint8Array[] = [];
  const presence = presenceOver((frame) => sent.push(frame));
  presence.opened();
  const told = () => sent.map(readTold);
  return { presence, told, peers: () => presence.peers.get() };
}

test('[N13] what one does is told a little later and all at once, and of what has not changed nothing', () => {
  const { presence, told } = onALine();
  expect(told()).toEqual([{ doing: DOING_NOTHING, follows: 0 }]);
  presence.tell({ cursor: { x: 1, y: 2 } });
  presence.tell({ cursor: { x: 3, y: 4 }, laser: true });
  expect(told()).toHaveLength(1);
  vi.advanceTimersByTime(60);
  expect(told().slice(1)).toEqual([{ doing: { cursor: { x: 3, y: 4 }, laser: true } }]);
  vi.advanceTimersByTime(10_000);
  expect(told()).toHaveLength(2);
});

test('[N13] one tells no oftener than the room is told', () => {
  const { presence, told } = onALine();
  presence.hear(says({ self: 1, paceMillis: 300 }));
  for (let millis = 0; millis < 3_000; millis += 10) {
    presence.tell({ cursor: { x: millis, y: 0 } });
    vi.advanceTimersByTime(10);
  }
  expect(told().length - 1).toBeGreaterThanOrEqual(8);
  expect(told().length - 1).toBeLessThanOrEqual(10);
});

test('[N13] others are who came, doing what was told of them, without oneself; who leaves is gone', () => {
  const { presence, peers } = onALine();
  const doing: Doing = {
    cursor: { x: 1, y: 2 },
    view: { x: 0, y: 0, zoom: 1, w: 800, h: 600 },
    selected: ['a'],
    saying: 'Hei',
    laser: true,
  };
  presence.hear(says({ self: 1, came: [me, kari], news: [{ id: 1, doing }] }));
  expect(presence.id.get()).toBe('1');
  expect(peers()).toEqual([{ ...kari, id: '2', ...DOING_NOTHING }]);
  presence.hear(says({ came: [ola], news: [{ id: 2, doing }] }));
  presence.hear(says({ news: [{ id: 2, doing: { saying: null } }] }));
  expect(peers()).toEqual([
    { ...kari, id: '2', ...doing, saying: null },
    { ...ola, id: '7', ...DOING_NOTHING },
  ]);
  presence.hear(says({ left: [2] }));
  expect(peers().map(({ name }) => name)).toEqual(['Ola']);
});

test('[N13] who has not changed is the same peer as before', () => {
  const { presence, peers } = onALine();
  presence.hear(says({ self: 1, came: [me, kari, ola] }));
  const [before] = peers();
  presence.hear(says({ news: [{ id: 7, doing: { laser: true } }] }));
  expect(peers()[0]).toBe(before);
  expect(peers()[1]?.laser).toBe(true);
});

test('[N15] a reconnect keeps nothing of before: nobody is here without a line, and all is told anew', () => {
  const { presence, told, peers } = onALine();
  presence.hear(says({ self: 1, came: [me, kari, ola] }));
  presence.tell({ saying: 'Hei' });
  vi.advanceTimersByTime(60);
  presence.lost();
  expect(peers()).toEqual([]);
  presence.tell({ laser: true });
  vi.advanceTimersByTime(1_000);
  expect(told()).toHaveLength(2);
  presence.opened();
  expect(told().at(-1)).toEqual({ doing: { ...DOING_NOTHING, saying: 'Hei', laser: true }, follows: 0 });
  presence.hear(says({ self: 4, came: [kari, { ...me, id: 4 }] }));
  expect(peers().map(({ name }) => name)).toEqual(['Kari']);
  // As a room is told anew to who was behind.
  presence.hear(says({ self: 4, came: [ola, { ...me, id: 4 }] }));
  expect(peers().map(({ name }) => name)).toEqual(['Ola']);
});

test('[N13] whom one follows is told, also on the next line, and when it ends', () => {
  const { presence, told } = onALine();
  presence.hear(says({ self: 1, came: [me, kari] }));
  presence.follow('2');
  presence.follow('2');
  presence.lost();
  presence.opened();
  presence.follow(null);
  expect(told().map((one) => one?.follows)).toEqual([0, 2, 2, 0]);
});

test('[N14] what is said of nobody, or is no presence, is passed over, whatever the bytes', () => {
  const { presence, peers } = onALine();
  presence.hear(says({ self: 1, came: [me, kari] }));
  const before = peers();
  presence.hear(says({ left: [99], news: [{ id: 98, doing: { laser: true } }] }));
  expect(peers()).toEqual(before);
  const rounds = property(uint8Array({ maxLength: 40 }), (bytes) => {
    presence.hear(bytes);
    presence.hear(Uint8Array.of(0, 1, ...bytes));
  });
  assert(rounds);
  presence.hear(says({ self: 1, came: [me, ola] }));
  expect(peers().map(({ name }) => name)).toEqual(['Ola']);
});
