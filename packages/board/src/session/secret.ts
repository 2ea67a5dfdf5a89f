import { isBoardId, type BoardId, type TemplateId } from '@samtavla/protocol';
import { tabStorage, type TextStorage } from './device-storage.ts';

/** What `public/take-secret.js` took from the address: it writes here under the same key. */
const keyOf = (board: BoardId | TemplateId) => `samtavla:secret:${board}`;

/** Where `take-secret.js` leaves the secret when the browser refuses storage. */
type Left = { samtavlaSecret?: { board: string; secret: string } };

/** The secret of the link this tab came by, not used yet; null without one. */
export function secretFromAddress(board: BoardId | TemplateId, storage: TextStorage = tabStorage): string | null {
  const left = (globalThis as Left).samtavlaSecret;
  return left?.board === board ? left.secret : storage.get(keyOf(board));
}

export function keepSecretForTab(board: BoardId, secret: string, storage: TextStorage = tabStorage): void {
  storage.set(keyOf(board), secret);
}

export function forgetSecret(board: BoardId, storage: TextStorage = tabStorage): void {
  delete (globalThis as Left).samtavlaSecret;
  storage.remove(keyOf(board));
}

/** The board and the secret in a link like `https://tavle.test/t/<board>#<secret>`; null for anything else. */
export function partsOfLink(link: string): { readonly board: BoardId; readonly secret: string } | null {
  const [, board, secret] = /\/t\/([^/#]+)\/?#(.+)$/.exec(link) ?? [];
  return board !== undefined && secret !== undefined && isBoardId(board) ? { board, secret } : null;
}
