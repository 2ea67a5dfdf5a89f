import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StorageUnavailable } from '../storage-error.ts';
import { HeldNames } from '../held-names.ts';
import type { Storage } from '../storage.ts';
import { errorOf, OPENING, withOwnBytes, type Call, type Method, type Reply } from './thread-message.ts';

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: unknown) => void };

/** `database-thread` beside this file, also where both have been built into JavaScript. */
function startThread(dataDir: string): Worker {
  return new Worker(new URL(`./database-thread${extname(import.meta.url)}`, import.meta.url), { workerData: dataDir });
}

/**
 * SQLite on a thread of its own, so that a commit that waits for the disk holds up nobody else. Calls go to the thread in the
 * order they are made, and it does them in that order. A thread that has ended is a storage that says no from there on: what it
 * was at may be stored or not.
 */
export class ThreadedSqlite implements Storage {
  readonly #thread: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended = Promise.withResolvers<void>();
  #calls = OPENING;
  #over: Error | null = null;
  #closing: Promise<void> | null = null;

  private constructor(thread: Worker) {
    this.#thread = thread;
    thread.on('message', (reply: Reply) => this.#settle(reply));
    thread.on('error', (error) => this.#end(new StorageUnavailable('The database’s thread broke.', { cause: error })));
    thread.on('exit', () => {
      this.#end(new StorageUnavailable('The database is not open.'));
      this.#ended.resolve();
    });
  }

  /** Throws a `StartError` when the directory or the database in it cannot be used. */
  static async open(dataDir: string, thread = startThread(dataDir)): Promise<ThreadedSqlite> {
    const storage = new ThreadedSqlite(thread);
    await new Promise((resolve, reject) => storage.#waiting.set(OPENING, { resolve, reject }));
    return storage;
  }

  readonly #names = new HeldNames();

  createBoard = this.#calling('createBoard');
  board = this.#calling('board');
  links = this.#calling('links');
  closeLink = this.#calling('closeLink');
  endLink = this.#calling('endLink');
  rotateLink = this.#calling('rotateLink');
  putCode = this.#calling('putCode');
  code = this.#calling('code');
  admit = this.#calling('admit');
  session = this.#calling('session');
  participantByJoinKey = this.#calling('participantByJoinKey');
  people = this.#calling('people');
  removePerson = this.#calling('removePerson');
  append = this.#calling('append');
  spans = this.#calling('spans');
  read = this.#calling('read');
  readNew = this.#calling('readNew');
  compact = this.#calling('compact');
  addVersion = this.#calling('addVersion');
  versions = this.#calling('versions');
  versionState = this.#calling('versionState');
  deleteVersions = this.#calling('deleteVersions');
  markUse = this.#calling('markUse');
  boardsChanged = this.#calling('boardsChanged');
  boardsUnused = this.#calling('boardsUnused');
  lastUse = this.#calling('lastUse');
  warn = this.#calling('warn');
  markDeleted = this.#calling('markDeleted');
  takeBackDeletion = this.#calling('takeBackDeletion');
  deletion = this.#calling('deletion');
  boardsGone = this.#calling('boardsGone');
  stage = this.#calling('stage');
  putStage = this.#calling('putStage');
  stagesDue = this.#calling('stagesDue');
  revealed = this.#calling('revealed');
  putBallot = this.#calling('putBallot');
  ballot = this.#calling('ballot');
  ballots = this.#calling('ballots');
  putTemplate = this.#calling('putTemplate');
  template = this.#calling('template');
  templatesForEveryone = this.#calling('templatesForEveryone');
  removeTemplate = this.#calling('removeTemplate');
  purge = this.#calling('purge');
  probe = this.#calling('probe');

  /** Here, where the task is. */
  whileHolding(name: string, task: (held: AbortSignal) => Promise<void>): Promise<boolean> {
    return this.#names.whileHolding(name, task);
  }

  /** After all that was called before it. */
  close(): Promise<void> {
    this.#closing ??= this.#over === null ? this.#close() : this.#ended.promise;
    return this.#closing;
  }

  async #close(): Promise<void> {
    const closed = this.#call('close', []);
    this.#over = new StorageUnavailable('The database is not open.');
    await closed;
    await this.#ended.promise;
  }

  #calling<M extends Method>(method: M): Storage[M] {
    const call = async (...args: readonly unknown[]) => this.#call(method, args);
    return call as Storage[M];
  }

  #call(method: Method, args: readonly unknown[]): Promise<unknown> {
    if (this.#over !== null) return Promise.reject(this.#over);
    return new Promise((resolve, reject) => {
      const id = ++this.#calls;
      const call: Call = { id, method, args: args.map(withOwnBytes) };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin.
      this.#thread.postMessage(call);
      this.#waiting.set(id, { resolve, reject });
    });
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('failure' in reply) waiting?.reject(errorOf(reply.failure));
    else waiting?.resolve(reply.result);
  }

  /** The first reason stands. */
  #end(reason: Error): void {
    this.#over ??= reason;
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
  }
}
