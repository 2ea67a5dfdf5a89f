import { setTimeout } from 'node:timers/promises';
import { Client, Pool, type ClientBase } from 'pg';
import { StartError } from '../../start-error.ts';
import { migrate } from './migrations.ts';
import { mayComeYet } from './postgres-error.ts';

export type DatabaseOptions = {
  /** How long a start waits for a database that is not there yet. */
  readonly patienceMillis?: number;
  /** Told once, when the start begins to wait. */
  readonly onWait?: (line: string) => void;
  /** How long the database may take to connect, or to answer one statement. */
  readonly answerMillis?: number;
};

/** Containers that start together: a Postgres that makes its first database takes some ten seconds. */
const PATIENCE_MILLIS = 60_000;
const RETRY_MILLIS = 500;
/** Far above what a statement takes, and short enough for a person who waits for «Lagret». */
const ANSWER_MILLIS = 10_000;
/** Time for the database to give a statement up by itself, which is the cleaner end. */
const GRACE_MILLIS = 2_000;
/** One writes; the others read. */
const CONNECTIONS = 5;

/** Connects, once the database is there, brings its schema up to date and gives the connections. Throws a `StartError` when it cannot. */
export async function openDatabase(url: string, options: DatabaseOptions): Promise<Pool> {
  await prepare(url, options);
  const { answerMillis = ANSWER_MILLIS } = options;
  const pool = new Pool({
    connectionString: url,
    application_name: 'samtavla',
    max: CONNECTIONS,
    keepAlive: true,
    connectionTimeoutMillis: answerMillis,
    statement_timeout: answerMillis,
    lock_timeout: answerMillis,
    idle_in_transaction_session_timeout: answerMillis,
    query_timeout: answerMillis + GRACE_MILLIS,
    // oxlint-disable-next-line typescript/no-misused-promises -- `pg` waits for it; its types do not say so
    onConnect: prepareConnection,
  });
  // An idle connection that breaks has left the pool; the next call says whether the database is there.
  pool.on('error', () => {});
  return pool;
}

async function prepareConnection(client: ClientBase): Promise<void> {
  // One that breaks in use is told to whoever uses it; told here too, to nobody, it would end the process.
  client.on('error', () => {});
  await commitToDisk(client);
}

/** `on`: a commit returns when the disk has it. A database or a role may have another default; one that waits for more is kept. */
async function commitToDisk(client: ClientBase): Promise<void> {
  await client.query(`
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') <> 'remote_apply'`);
}

async function prepare(url: string, options: DatabaseOptions): Promise<void> {
  const client = await connect(url, options);
  const place = placeOf(client);
  try {
    await refuseWithoutDisk(client, place);
    await migrate(client, place);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${place} cannot be used (${reasonOf(error)}).`);
  } finally {
    await client.end();
  }
}

async function connect(
  url: string,
  { patienceMillis = PATIENCE_MILLIS, onWait = () => {}, answerMillis = ANSWER_MILLIS }: DatabaseOptions,
): Promise<Client> {
  const end = performance.now() + patienceMillis;
  for (let tries = 1; ; tries += 1) {
    const client = newClient(url, answerMillis);
    try {
      await client.connect();
      return client;
    } catch (error) {
      const line = `${placeOf(client)} cannot be reached (${reasonOf(error)}).`;
      if (!mayComeYet(error) || performance.now() > end) throw new StartError(line);
      if (tries === 1) onWait(`${line} Waiting for it …`);
    }
    await setTimeout(RETRY_MILLIS);
  }
}

function newClient(url: string, answerMillis: number): Client {
  try {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: answerMillis });
    // What breaks between two statements is thrown by the next.
    client.on('error', () => {});
    return client;
  } catch (error) {
    // A certificate that the address names and that is not there, for one.
    throw new StartError(`DATABASE_URL cannot be used (${reasonOf(error)}).`);
  }
}

async function refuseWithoutDisk(client: Client, place: string): Promise<void> {
  const { rows } = await client.query<{ fsync: string }>('SHOW fsync');
  if (rows[0]?.fsync !== 'on')
    throw new StartError(
      `${place} runs with fsync off: a power cut would take what people were told is stored. Turn it on.`,
    );
}

/** Without user and password. */
const placeOf = ({ host, port, database }: Client): string =>
  `The database in DATABASE_URL (${host}:${port}/${database ?? ''})`;

const reasonOf = (error: unknown): string => {
  // A name with several addresses fails once for each, under an error without a message.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message.replace(/\s+/g, ' ') : String(first);
};
