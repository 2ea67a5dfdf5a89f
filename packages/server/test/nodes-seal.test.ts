/** What passes through Redis: nothing that another user of it could read, make up or move. */
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { NodeSeal } from '../src/sync/nodes/node-seal.ts';
import { RedisLine } from '../src/sync/nodes/redis-line.ts';
import { noRedis, RedisServer } from './redis-server.ts';
import { databases, twoNodes } from './two-nodes.ts';
import { until } from './yjs-client.ts';

const KEY = 'a secret key for tests, which is long enough';
const bytes = (text: string) => new TextEncoder().encode(text);

test('[M12] what a node sealed, others with its key open, on the channel it was said on', () => {
  const [one, other] = [new NodeSeal(KEY), new NodeSeal(KEY)];
  const sealed = one.seal('tavle', bytes('hemmelig'));
  const opened = other.open('tavle', sealed);
  expect(new TextDecoder().decode(opened?.bytes)).toBe('hemmelig');
  expect(opened?.node).not.toBe(new NodeSeal(KEY).open('tavle', other.seal('tavle', bytes('x')))?.node);
  expect(one.open('tavle', sealed)).toBeNull();
  expect(other.open('en annen tavle', sealed)).toBeNull();
  expect(new NodeSeal(`${KEY}, but another`).open('tavle', sealed)).toBeNull();
});

test('[M12] what was changed on the way, cut off or made up is nothing', () => {
  const [one, other] = [new NodeSeal(KEY), new NodeSeal(KEY)];
  const sealed = one.seal('tavle', bytes('hemmelig'));
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(other.open('tavle', changed)).toBeNull();
    expect(other.open('tavle', sealed.subarray(0, at))).toBeNull();
  }
  for (let many = 0; many < 1_000; many += 1)
    expect(other.open('tavle', Buffer.from(crypto.getRandomValues(new Uint8Array(100))))).toBeNull();
  expect(other.open('tavle', sealed)).not.toBeNull();
});

test('[M12] two installations on one Redis have channels of their own, and what is said twice looks different', () => {
  const seal = new NodeSeal(KEY);
  expect(new NodeSeal(KEY).installation).toBe(seal.installation);
  expect(new NodeSeal(`${KEY}, but another`).installation).not.toBe(seal.installation);
  expect(seal.seal('tavle', bytes('likt')).equals(seal.seal('tavle', bytes('likt')))).toBe(false);
});

describe.skipIf(noRedis)('several nodes', () => {
  const both = databases();

  test('[M12] another user of the Redis reads nothing that people write, and changes nothing by what it says', async () => {
    const { a, b, writer, redis } = await twoNodes(both);
    const [listener, speaker] = [new Redis(redis.url), new Redis(redis.url)];
    onTestFinished(() => [listener, speaker].forEach((one) => one.disconnect()));
    const heard: { channel: string; message: Buffer }[] = [];
    listener.on('pmessageBuffer', (_pattern: Buffer, channel: Buffer, message: Buffer) =>
      heard.push({ channel: channel.toString(), message }),
    );
    await listener.psubscribe('*');
    const [kari, ola] = [await writer(a), await writer(b)];
    kari.write('hemmelig');
    await until(ola, () => ola.texts().length === 1);
    ola.write('og dette');
    await until(kari, () => kari.texts().length === 2);
    expect(heard.length).toBeGreaterThan(2);
    for (const { message } of heard) expect(message.toString('latin1')).not.toMatch(/hemmelig|og dette|canvas/);
    const said = [...heard];
    for (const { channel, message } of said) {
      await speaker.publish(channel, Buffer.concat([message.subarray(0, -1), Buffer.from([1, 2])]));
      await speaker.publish(channel, 'tull');
      // What was said once may be said again: it is known.
      await speaker.publish(channel, message);
    }
    kari.write('til slutt');
    await until(ola, () => ola.texts().length === 3);
    expect(ola.texts()).toEqual(kari.texts());
  });

  test('[M14] a Redis that refuses the login is told once, without the password', async () => {
    const redis = await RedisServer.start();
    onTestFinished(() => redis.remove());
    const admin = new Redis(redis.url);
    await admin.config('SET', 'requirepass', 'riktig');
    admin.disconnect();
    const [lines, told] = [[] as string[], Promise.withResolvers<void>()];
    const log = pino({}, { write: (line) => (lines.push(line), told.resolve()) });
    const url = redis.url.replace('unix://', 'unix://default:hemmelig@');
    const line = new RedisLine(url, log, { onMessage: () => {}, onUp: () => lines.push('up') });
    onTestFinished(() => line.close());
    await told.promise;
    expect(await line.say('tavle', Buffer.from('x'))).toBeNull();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/Redis cannot be reached/);
    expect(lines[0]).not.toContain('hemmelig');
  });
});
