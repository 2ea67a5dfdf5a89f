/**
 * Where the images of boards, and of saved templates, are kept, behind one port. They are not in documents: those are sent whole to whoever opens a board.
 * Contract for every adapter (`asset-store.contract.ts` in the tests holds them to it):
 *
 * - What `put` resolved to is on disk: it survives the process being killed and the machine losing power.
 * - All of an asset is stored, or nothing: of an upload that breaks off, or that `content` throws over, nothing is left.
 * - An asset is its owner's alone, and never changes.
 * - What cannot be carried out now rejects with `StorageUnavailable` and may be tried again.
 */
import type { Readable } from 'node:stream';
import type { AssetId, BoardId, TemplateId } from '@samtavla/protocol';

/** Both are random, and no two are the same. */
export type AssetOwner = BoardId | TemplateId;

/** The most that one owner may hold. */
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
   * Stores what `content` gives and resolves to the id that follows from it; what the owner has already is not stored again. Null,
   * and nothing stored, where it would come over its quota.
   */
  put(owner: AssetOwner, content: AsyncIterable<Uint8Array>, quota: Quota): Promise<AssetId | null>;
  get(owner: AssetOwner, id: AssetId): Promise<StoredAsset | null>;
  /** Gives one assets of another's, as its own; those that the other has not are passed over. */
  copy(from: AssetOwner, to: AssetOwner, ids: readonly AssetId[]): Promise<void>;
  /** Takes away all that one has. */
  remove(owner: AssetOwner): Promise<void>;
};
