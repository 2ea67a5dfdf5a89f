/** A real Redis of the tests' own, on a socket file, which they may stop and start again. It keeps nothing. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = process.env['REDIS_SERVER'] ?? 'redis-server';
const isHere = spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0;

/** Without one, tests that need it are skipped. `npm test` sees to it that there is one, and fails without in CI. */
export const noRedis = !isHere;
if (noRedis) console.warn(`Skipped: there is no ${PROGRAM}. Install it, or say where it is in REDIS_SERVER.`);

export class RedisServer {
  readonly #directory = mkdtempSync(join(tmpdir(), 'samtavla-redis-'));
  #child: ChildProcess | null = null;

  static async start(): Promise<RedisServer> {
    const server = new RedisServer();
    process.once('exit', () => server.#child?.kill('SIGKILL'));
    await server.start();
    return server;
  }

  get url(): string {
    return `unix://${this.#directory}/redis.sock`;
  }

  /** Starts it again after an ending. */
  async start(): Promise<void> {
    const settings = [
      '--port',
      '0',
      '--unixsocket',
      join(this.#directory, 'redis.sock'),
      '--save',
      '',
      '--daemonize',
      'no',
    ];
    const child = spawn(PROGRAM, settings, { cwd: this.#directory, stdio: ['ignore', 'pipe', 'ignore'] });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.stdout.on('data', (text: Buffer) => {
        log += text.toString();
        if (/ready to accept connections/i.test(log)) resolve();
      });
      child.once('close', () => reject(new Error(`Redis ended before it was ready: ${log}`)));
    });
  }

  async end(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
    this.#child = null;
  }

  async remove(): Promise<void> {
    await this.end();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
