import type { RefusalCode } from '@samtavla/protocol';

/** What is counted while the server runs. Nothing of it says which board, or who. */
export type Watch = {
  /** So many edits are on disk, and so acknowledged. */
  committed(edits: number, seconds: number): void;
  commitFailed(): void;
  /** An answer over HTTP, a socket's end, or one document on it that was not opened. */
  refused(what: 'request' | 'socket' | 'document', code: RefusalCode): void;
};

/** For a server that nobody may ask. */
export const UNWATCHED: Watch = { committed() {}, commitFailed() {}, refused() {} };

/** What can be counted at any moment. */
export type Census = {
  /** Sockets that were let in: a person has one for each tab. */
  readonly people: number;
  readonly boards: number;
  readonly documents: number;
  readonly canStore: boolean;
};
