/** Two boards in a storage, of which one's id begins as the other's. */
import type { BoardId, Millis } from '@samtavla/protocol';
import { hashOf } from '../src/links/secrets.ts';
import type { Board, Storage } from '../src/storage/storage.ts';

export const [BOARD, OTHER] = ['board-1', 'board-10'] as [BoardId, BoardId];

/** Made at 100. */
const boardNamed = (id: BoardId): Board => ({
  id,
  title: 'Skolestart',
  template: 'hvor-er-vi',
  preset: 'short',
  locale: 'nn',
  anonymous: false,
  createdAt: 100 as Millis,
});

export async function createTwoBoards(storage: Storage): Promise<void> {
  for (const board of [BOARD, OTHER]) {
    const links = [{ role: 'participant', hash: hashOf(board), sealed: null, closedAt: null, endsAt: null }] as const;
    const documents = ['plan', 'canvas'].map((kind) => ({ document: `${board}/${kind}`, update: new Uint8Array([1]) }));
    await storage.createBoard(boardNamed(board), links, documents);
  }
}
