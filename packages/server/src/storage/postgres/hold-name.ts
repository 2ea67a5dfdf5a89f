/**
 * A name held by a connection: an advisory lock, which the database lets go of when the connection ends, however that comes about. It
 * is a connection of its own, so that a task of minutes takes none from those who read and write.
 */
import { setInterval } from 'node:timers/promises';
import { Client } from 'pg';
import { storageError } from './postgres-error.ts';
import { prepared } from './statements.ts';

/** Apart from the lock of migrations, which has one number where these have two. */
const NAMES = 7_268;
/** A machine that lost its power says no goodbye: after half a minute of silence the database takes its connection for gone. */
const KEEP_ALIVE = 'SET tcp_keepalives_idle = 15; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3';
/** So often the holder asks whether it still is; sooner than the database gives it up. */
const BEAT_MILLIS = 5_000;
const ANSWER_MILLIS = 5_000;

/** The contract is `Storage.whileHolding`. */
export async function holdName(
  url: string,
  name: string,
  task: (held: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const client = new Client({
    connectionString: url,
    application_name: 'samtavla',
    keepAlive: true,
    connectionTimeoutMillis: ANSWER_MILLIS,
    query_timeout: ANSWER_MILLIS,
  });
  const lost = new AbortController();
  // A connection that ends says so at once where it can; the beat finds out where it cannot.
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  try {
    if (!(await isGiven(client, name))) return false;
    const over = new AbortController();
    const beating = beat(client, lost, over.signal);
    try {
      await task(lost.signal);
    } finally {
      over.abort();
      await beating;
    }
    return true;
  } finally {
    await client.end().catch(() => {});
  }
}

async function isGiven(client: Client, name: string): Promise<boolean> {
  try {
    await client.connect();
    await client.query(KEEP_ALIVE);
    const { rows } = await client.query<{ held: boolean }>(prepared('holdName', [NAMES, name]));
    return rows[0]?.held === true;
  } catch (error) {
    throw storageError(error);
  }
}

async function beat(client: Client, lost: AbortController, over: AbortSignal): Promise<void> {
  try {
    for await (const _ of setInterval(BEAT_MILLIS, undefined, { signal: over })) await client.query('SELECT 1');
  } catch {
    if (!over.aborted) lost.abort();
  }
}
