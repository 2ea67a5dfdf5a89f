/** A subject as a process of its own, on a free port of this machine and in a directory of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Since the process began: CPU time of all its threads, and the memory it holds now. Since `watchLoop`: the longest time that its
 * event loop was held up.
 */
export type Usage = {
  readonly cpuMillis: number;
  readonly residentBytes: number;
  readonly longestHoldUpMillis: number;
};

const HOST = '127.0.0.1';
/** Not the system's: that may be in memory, and a server that waits for the disk would wait for none. */
const DIRECTORIES = join(import.meta.dirname, '../dist/subjects');
const GAUGE = new URL('subject-gauge.ts', import.meta.url).href;
const LOOK_AGAIN_MILLIS = 10;

export class SubjectProcess {
  readonly port: number;
  readonly #program: string;
  readonly #directory: string;
  #child: ChildProcess;

  private constructor(program: string, port: number) {
    this.#program = program;
    this.port = port;
    mkdirSync(DIRECTORIES, { recursive: true });
    this.#directory = mkdtempSync(join(DIRECTORIES, 'subject-'));
    this.#child = this.#spawn();
    process.once('exit', this.#onExit);
  }

  /** Resolves when the program listens. It is told where by `HOST` and `PORT`, and by `DATA_DIR` what directory is its own. */
  static async start(program: string): Promise<SubjectProcess> {
    const subject = new SubjectProcess(program, await freePort());
    try {
      await subject.#listening();
      return subject;
    } catch (error) {
      await subject.end();
      throw error;
    }
  }

  get directory(): string {
    return this.#directory;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  usage(): Promise<Usage> {
    return this.#ask('usage');
  }

  async watchLoop(): Promise<void> {
    await this.#ask('watch');
  }

  async #ask(question: 'usage' | 'watch'): Promise<Usage> {
    this.#child.send(question);
    const [usage] = (await once(this.#child, 'message')) as [Usage];
    return usage;
  }

  /** As a power cut would: nothing of the process' own runs any more. */
  async kill(): Promise<void> {
    if (this.#hasEnded) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }

  /** Starts again after a kill, on the same port and on what the last process left. */
  async restart(): Promise<void> {
    this.#child = this.#spawn();
    await this.#listening();
  }

  async end(): Promise<void> {
    await this.kill();
    this.#remove();
    process.off('exit', this.#onExit);
  }

  /** When the bench ends before the subject was ended: there is no time to wait for anything. */
  readonly #onExit = (): void => {
    this.#child.kill('SIGKILL');
    this.#remove();
  };

  /** Tries again: one that was just killed may still be writing its last. */
  #remove(): void {
    rmSync(this.#directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #spawn(): ChildProcess {
    return fork(this.#program, [], {
      cwd: this.#directory,
      execArgv: ['--import', GAUGE],
      env: {
        PATH: process.env['PATH'] ?? '',
        HOST,
        PORT: String(this.port),
        DATA_DIR: this.#directory,
        LOG_LEVEL: 'error',
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  async #listening(): Promise<void> {
    while (!(await accepts(this.port))) {
      if (this.#hasEnded) throw new Error(`${this.#program} ended before it listened.`);
      await pause(LOOK_AGAIN_MILLIS);
    }
  }
}

/** One that was free a moment ago: what does not take port 0 can be started too. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** An interrupted bench ends as one that came to its end: nothing is left of its subjects. */
export function endWhenInterrupted(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
}
