/** What goes between the server's thread and the one that has the database. */
import { StartError } from '../../start-error.ts';
import { StorageCorrupt, StorageUnavailable } from '../storage-error.ts';
import type { Storage } from '../storage.ts';

export type Method = keyof Storage;
export type Call = { readonly id: number; readonly method: Method; readonly args: readonly unknown[] };
export type Reply =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: Failure };

/** The reply to no call: that the database was opened, or why not. */
export const OPENING = 0;

const KINDS = { StartError, StorageUnavailable, StorageCorrupt };

/** An error that crosses between threads loses its class, so that it says which it was. */
export type Failure = { readonly kind: keyof typeof KINDS | null; readonly error: unknown };

export function failureOf(error: unknown): Failure {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return { kind: kinds.find((kind) => error instanceof KINDS[kind]) ?? null, error };
}

export function errorOf({ kind, error }: Failure): unknown {
  if (kind === null || !(error instanceof Error)) return error;
  return new KINDS[kind](error.message, { cause: error.cause });
}

/** Bytes that are a part of a larger buffer would take all of it along to the other thread. */
export function withOwnBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return value.byteLength === value.buffer.byteLength ? value : new Uint8Array(value);
  if (Array.isArray(value)) return value.map(withOwnBytes);
  // Sets and maps hold no bytes, and cross as they are.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withOwnBytes(part)]));
}
