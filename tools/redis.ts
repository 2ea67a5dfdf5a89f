import { delimiter, join } from 'node:path';
import { installPackages, succeeds } from './debian-package.ts';

/** What finding a Redis needs to know of the machine and may do to it. */
export interface Machine {
  redisServer: string | undefined;
  /** The directories of PATH. */
  path: readonly string[];
  starts: (program: string) => boolean;
  /** Installs Debian's `redis-server`, where that is possible without asking anyone. */
  installPackage: () => void;
}

export type Found = { redis: string; how: string } | { problem: string };

/** A `redis-server` for the tests of several nodes: the one named, else one that is here, else one that can be had. */
export function findRedis(machine: Machine): Found {
  if (machine.redisServer) {
    if (machine.starts(machine.redisServer)) return { redis: machine.redisServer, how: 'named by REDIS_SERVER' };
    return { problem: `REDIS_SERVER is ${machine.redisServer}, and no Redis starts from there.` };
  }
  const candidates = machine.path.map((directory) => join(directory, 'redis-server'));
  const here = candidates.find(machine.starts);
  if (here) return { redis: here, how: 'on this machine' };

  machine.installPackage();
  const installed = candidates.find(machine.starts);
  if (installed) return { redis: installed, how: "Debian's package, installed now" };

  return { problem: 'The tests of several nodes need redis-server: install it, or say where it is in REDIS_SERVER.' };
}

export const thisMachine: Machine = {
  redisServer: process.env['REDIS_SERVER'],
  path: (process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
  starts: (program) => succeeds(program, '--version'),
  installPackage: () => installPackages('redis-server'),
};
