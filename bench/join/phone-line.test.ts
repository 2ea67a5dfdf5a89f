import { once } from 'node:events';
import { get, createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { wallClock } from '../lib/wall-clock.ts';
import { PhoneLine } from './phone-line.ts';

/** 8 Mbit/s, 30 ms there and back. */
const SIZE = { bytesPerMilli: 1_000, delayMillis: 15 };
const BODY = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));

async function serverBehindLine(): Promise<PhoneLine> {
  const server = createHttpServer((_request, response) => response.end(BODY));
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const line = await PhoneLine.to((server.address() as AddressInfo).port, SIZE);
  onTestFinished(() => {
    line.close();
    server.closeAllConnections();
    server.close();
  });
  return line;
}

test('[Q13] an answer comes whole, and not before the line can have brought it', async () => {
  const line = await serverBehindLine();
  const began = performance.now();
  const [response] = (await once(get(`http://${line.host}/app.js`), 'response')) as [IncomingMessage];
  const body = Buffer.concat((await response.toArray()) as Buffer[]);
  expect(body.equals(BODY)).toBe(true);
  // The connection, the request and its answer on their way, and the answer on the line.
  expect(performance.now() - began).toBeGreaterThan(30 + 30 + 100);
  const { requests, bytes } = line.tally.until(wallClock());
  expect([requests, bytes.JS > BODY.length, bytes.all === bytes.JS]).toEqual([1, true, true]);
});

test("[Q13] a WebSocket's messages are on their way as long", async () => {
  const line = await serverBehindLine();
  const socket = new WebSocket(`ws://${line.host}/`);
  await once(socket, 'open');
  const began = performance.now();
  socket.send('Hei');
  const [answer] = (await once(socket, 'message')) as [Buffer];
  expect(answer.toString()).toBe('Hei');
  expect(performance.now() - began).toBeGreaterThan(29);
  socket.terminate();
});

test('[Q13] a server that is gone ends the connection', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  await once(nobody, 'close');
  const line = await PhoneLine.to(port, SIZE);
  onTestFinished(() => line.close());
  const request = get(`http://${line.host}/`);
  await expect(once(request, 'response')).rejects.toThrow('socket hang up');
});
