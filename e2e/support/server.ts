/** The real server in a process of its own, on a port and a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../packages/server/src/main.ts', import.meta.url));

export type Server = {
  /** `http://localhost:<port>`. */
  readonly origin: string;
  readonly port: number;
  /** Ends it and starts it again on the same port and data. */
  restart(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  /** Ends it, to be started again on the same port and data by `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

type Environment = Readonly<Record<string, string>>;

/** @param wanted a port that is known to be free; 0 takes any */
export async function startServer(env: Environment = {}, wanted = 0): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'samtavla-e2e-'));
  const start = (port: number) =>
    listening({ ...env, DATA_DIR: data, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' });
  let running = await start(wanted);
  const { port } = running;
  return {
    origin: `http://localhost:${port}`,
    port,
    async restart(signal) {
      await end(running.child, signal);
      running = await start(port);
    },
    pause: () => end(running.child, 'SIGTERM'),
    async resume() {
      running = await start(port);
    },
    async stop() {
      await end(running.child, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function listening(env: Environment): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'] ?? '', ...env } });
  let [output, errors] = ['', ''];
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString();
      const port = /localhost:(\d+)/.exec(output)?.[1];
      if (port !== undefined) resolve({ child, port: Number(port) });
    });
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    child.on('close', () => reject(new Error(`The server ended before it listened: ${errors}`)));
  });
}

function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill(signal);
  return closed;
}
