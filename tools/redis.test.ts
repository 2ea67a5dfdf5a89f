import { expect, test } from 'vitest';
import { findRedis, type Machine } from './redis.ts';

/** A machine with these programs, and what can be had there; notes what was done to it. */
function machine(programs: string[], { redisServer = '', apt = false } = {}) {
  const here = new Set(programs);
  const done: string[] = [];
  const asked: Machine = {
    redisServer,
    path: ['/usr/local/bin', '/usr/bin'],
    starts: (program) => here.has(program),
    installPackage: () => {
      done.push('install');
      if (apt) here.add('/usr/bin/redis-server');
    },
  };
  return { asked, done };
}

test('the Redis that is named is taken before all others', () => {
  const { asked, done } = machine(['/opt/mine', '/usr/bin/redis-server'], { redisServer: '/opt/mine' });
  expect(findRedis(asked)).toEqual({ redis: '/opt/mine', how: 'named by REDIS_SERVER' });
  expect(done).toEqual([]);
});

test('a named Redis that does not start is a mistake to tell, not to work around', () => {
  const { asked, done } = machine(['/usr/bin/redis-server'], { redisServer: '/opt/mine', apt: true });
  expect(findRedis(asked)).toEqual({ problem: 'REDIS_SERVER is /opt/mine, and no Redis starts from there.' });
  expect(done).toEqual([]);
});

test('a Redis that is here is taken', () => {
  const { asked, done } = machine(['/usr/bin/redis-server']);
  expect(findRedis(asked)).toEqual({ redis: '/usr/bin/redis-server', how: 'on this machine' });
  expect(done).toEqual([]);
});

test("without one, Debian's is installed", () => {
  const { asked, done } = machine([], { apt: true });
  expect(findRedis(asked)).toEqual({ redis: '/usr/bin/redis-server', how: "Debian's package, installed now" });
  expect(done).toEqual(['install']);
});

test('and else the person is told what to do', () => {
  expect(findRedis(machine([]).asked)).toEqual({ problem: expect.stringContaining('REDIS_SERVER') });
});
