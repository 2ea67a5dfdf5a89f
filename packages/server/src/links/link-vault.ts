import type { BoardId, Role } from '@samtavla/protocol';
import { Sealing } from './sealing.ts';

/** Keeps the secrets of links that a facilitator may see again. */
export class LinkVault {
  readonly #sealing: Sealing;

  constructor(secretKey: string) {
    this.#sealing = new Sealing(secretKey, 'samtavla links');
  }

  seal(board: BoardId, role: Role, secret: string): Uint8Array {
    return this.#sealing.seal(secret, boundTo(board, role));
  }

  /** Null where the copy was made with another key, or for another board or role. */
  open(board: BoardId, role: Role, sealed: Uint8Array): string | null {
    return this.#sealing.open(sealed, boundTo(board, role));
  }
}

/** So that a row copied onto another board or role in the database opens nothing. */
const boundTo = (board: BoardId, role: Role): string => `${board}/${role}`;
