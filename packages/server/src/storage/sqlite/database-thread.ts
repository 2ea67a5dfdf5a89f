/** The thread that has the database: it does what it is told, one call after the other, in the order they came. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Storage } from '../storage.ts';
import { SqliteStorage } from './sqlite-storage.ts';
import { failureOf, OPENING, type Call, type Reply } from './thread-message.ts';

const port = parentPort;
if (port === null) throw new Error('This is a thread of the server, no program.');
const reply = (message: Reply) => port.postMessage(message);

function open(): SqliteStorage | null {
  try {
    const storage = new SqliteStorage(workerData as string);
    reply({ id: OPENING, result: null });
    return storage;
  } catch (error) {
    reply({ id: OPENING, failure: failureOf(error) });
    return null;
  }
}

async function answer(storage: Storage, { id, method, args }: Call): Promise<void> {
  try {
    const work: (...args: never) => Promise<unknown> = storage[method];
    reply({ id, result: await Reflect.apply(work, storage, args) });
  } catch (error) {
    reply({ id, failure: failureOf(error) });
  }
  // Nothing else keeps the thread.
  if (method === 'close') port?.close();
}

const storage = open();
// `SqliteStorage` has done a call's work when it returns its promise: no call comes between another's statements.
if (storage !== null) port.on('message', (call: Call) => void answer(storage, call));
