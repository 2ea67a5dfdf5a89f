import { expect, test } from 'vitest';
import { LineTally } from './line-tally.ts';

const asking = (path: string) => Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);

test('[Q14] what came is counted by what was asked for, on each connection for itself', () => {
  const tally = new LineTally();
  const [one, other] = [tally.connection(), tally.connection()];
  one.sent(asking('/'), 0);
  one.came(100, 1);
  other.sent(asking('/assets/app-1.js?v=2'), 1);
  one.sent(asking('/assets/inter.woff2'), 1);
  other.came(1_000, 2);
  one.came(10, 3);
  one.sent(asking('/assets/app.css'), 3);
  one.came(1, 4);
  expect(tally.until(4)).toEqual({ requests: 4, bytes: { JS: 1_000, 'CSS and fonts': 11, other: 100, all: 1_111 } });
});

test('[Q14] what comes after the moment does not count, though it was asked for before', () => {
  const tally = new LineTally();
  const one = tally.connection();
  one.sent(asking('/assets/app.js'), 0);
  one.came(600, 5);
  one.came(400, 10);
  one.sent(asking('/assets/more.js'), 10);
  expect(tally.until(9)).toEqual({ requests: 1, bytes: { JS: 600, 'CSS and fonts': 0, other: 0, all: 600 } });
});

test('[Q14] a WebSocket is one request, and its frames are no more', () => {
  const tally = new LineTally();
  const socket = tally.connection();
  socket.sent(asking('/sync/board'), 0);
  socket.sent(Buffer.from([0x82, 0x84, 1, 2, 3, 4, 5, 6, 7, 8]), 1);
  socket.came(50, 2);
  expect(tally.until(2)).toEqual({ requests: 1, bytes: { JS: 0, 'CSS and fonts': 0, other: 50, all: 50 } });
});
