/** The real process, as `npm start` runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** What `npm run admin` runs. */
export const ADMIN_MAIN = fileURLToPath(new URL('../src/admin.ts', import.meta.url));
/** One that compacts all the time, and says when. */
export const EAGER_MAIN = fileURLToPath(new URL('eager-server.ts', import.meta.url));

export type Exit = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly errors: string;
};

export type ServerProcess = {
  readonly child: ChildProcess;
  /** Resolves to the port when it listens; rejects when it ends first. */
  readonly port: Promise<number>;
  readonly exited: Promise<Exit>;
  /** Resolves when it next says this on standard output. */
  says(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): Promise<Exit>;
};

/** The environment is the given one and nothing else of the test's own, but what finds programs. */
export function serverProcess(env: Record<string, string>, main = MAIN, args: string[] = []): ServerProcess {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOST: '127.0.0.1', PORT: '0', ...env },
  });
  const listening = Promise.withResolvers<number>();
  let [output, errors] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
    const port = /localhost:(\d+)/.exec(output)?.[1];
    if (port !== undefined) listening.resolve(Number(port));
  });
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const exited = new Promise<Exit>((resolve) => {
    child.on('close', (code, signal) => {
      listening.reject(new Error(`The server ended before it listened: ${errors}`));
      resolve({ code, signal, output, errors });
    });
  });
  listening.promise.catch(() => {});
  const says = (text: string) =>
    new Promise<void>((resolve) => {
      const hear = (heard: Buffer) => {
        if (!heard.includes(text)) return;
        child.stdout.off('data', hear);
        resolve();
      };
      child.stdout.on('data', hear);
    });
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exited;
  };
  return { child, port: listening.promise, exited, says, kill };
}
