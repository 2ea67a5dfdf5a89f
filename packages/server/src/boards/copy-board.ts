import {
  readPlanFacts,
  randomId,
  recordsOf,
  renameBoard,
  isAssetId,
  type AssetId,
  type BoardId,
  type CopyBoardRequest,
  type Millis,
} from '@samtavla/protocol';
import * as Y from 'yjs';
import type { AssetStore } from '../assets/asset-store.ts';
import type { LinkBook } from '../links/link-book.ts';
import { Refused } from '../refused.ts';
import type { Board, Storage } from '../storage/storage.ts';
import { bringBack } from '../versions/bring-back.ts';
import { unpack } from '../versions/packed-state.ts';
import type { Versions } from '../versions/versions.ts';
import type { NewBoard } from './create-board.ts';
import { seedWith } from './seed.ts';

type Parts = {
  readonly storage: Storage;
  readonly assets: AssetStore;
  readonly links: LinkBook;
  readonly versions: Versions;
  readonly now: () => Millis;
};

/**
 * A new board with what stands on another, or stood on it in a version. It shares nothing with the other: links, sessions, images and
 * what was deleted stay there, and so do its versions.
 */
export async function copyBoard(parts: Parts, source: BoardId, wish: CopyBoardRequest): Promise<NewBoard> {
  const original = await parts.storage.board(source);
  if (original === null) throw new Refused('board-unknown');
  const { versions } = parts;
  const state = await (wish.version === undefined ? versions.stateNow(source) : versions.state(source, wish.version));
  const [plan, canvas] = [await unpack(state.plan), await unpack(state.canvas)];
  try {
    const id = randomId() as BoardId;
    const facts = readPlanFacts(plan);
    const title = wish.title ?? (facts.title === '' ? original.title : facts.title);
    renameBoard(plan, title);
    const board: Board = { ...original, id, title, locale: facts.locale, createdAt: parts.now() };
    // Before the board, which would else for a moment speak of images that it has not.
    await parts.assets.copy(source, id, imagesOf(plan, canvas));
    const made = parts.links.make(id);
    const fill = { plan: (doc: Y.Doc) => bringBack(doc, plan), canvas: (doc: Y.Doc) => bringBack(doc, canvas) };
    await parts.storage.createBoard(board, made.links, seedWith(id, fill)).catch(async (error: unknown) => {
      await parts.assets.remove(id);
      throw error;
    });
    return { board, secrets: made.secrets };
  } finally {
    plan.destroy();
    canvas.destroy();
  }
}

/** What a client wrote as an image's id need not be one. */
function imagesOf(...docs: readonly Y.Doc[]): AssetId[] {
  const ids = new Set<AssetId>();
  for (const doc of docs) {
    for (const record of recordsOf(doc).values()) {
      const value: unknown = record instanceof Y.Map ? record.get('p.assetId') : null;
      const id = typeof value === 'string' ? value.replace(/^asset:/, '') : '';
      if (isAssetId(id)) ids.add(id);
    }
  }
  return [...ids];
}
