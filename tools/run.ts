import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { root } from './sources.ts';

interface Where {
  /** From the root. */
  cwd?: string;
  env?: Record<string, string>;
}

/** The tools that are installed here come before any others, however this was started. */
const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);

/** Runs a command to its end, in the open and without input. True when it went well. */
export function run(command: string, args: readonly string[], { cwd = '.', env = {} }: Where = {}): boolean {
  const { status, error } = spawnSync(command, args, {
    cwd: join(root, cwd),
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(`${command} could not be run: ${error.message}`);
  return status === 0;
}
