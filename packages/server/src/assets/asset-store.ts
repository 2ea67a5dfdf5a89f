/**
 * Where the images of boards are kept, behind one port. They are not in documents: those are sent whole to whoever opens a board.
 * Contract for every adapter (`asset-store.contract.ts` in the tests holds them to it):
 *
 * - What `put` resolved to is on disk: it survives the process being killed and the machine losing power.
 * - All of an asset is stored, or nothing: of an upload that breaks off, or that `content` throws over, nothing is left.
 * - An asset is its board's alone, and never changes.
 * - What cannot be carried out now rejects with `StorageUnavailable` and may be tried again.
 */
import type { Readable } from 'node:stream';
import type { AssetId, BoardId } from '@samtavla/protocol';

/** The most that a board may hold. */
export type Quota = { readonly assets: number; readonly bytes: number };

export type StoredAsset = {
  readonly bytes: number;
  /** Its first bytes, enough to tell its type; fewer where it is shorter. */
  readonly head: Uint8Array;
  /** The caller reads it to its end or destroys it. */
  readonly content: Readable;
};

export type AssetStore = {
  /**
   * Stores what `content` gives and resolves to the id that follows from it; what the board has already is not stored again. Null,
   * and nothing stored, where the board would come over its quota.
   */
  put(board: BoardId, content: AsyncIterable<Uint8Array>, quota: Quota): Promise<AssetId | null>;
  get(board: BoardId, id: AssetId): Promise<StoredAsset | null>;
  /** Gives a board assets of another's, as its own; those that the other has not are passed over. */
  copy(from: BoardId, to: BoardId, ids: readonly AssetId[]): Promise<void>;
  /** Takes away all that a board has. */
  remove(board: BoardId): Promise<void>;
};
