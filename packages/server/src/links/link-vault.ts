import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { BoardId, Role } from '@samtavla/protocol';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps the secrets of links that a facilitator may see again: AES-256-GCM, as nonce, tag and ciphertext in a row. */
export class LinkVault {
  readonly #key: Uint8Array;

  constructor(secretKey: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secretKey, '', 'samtavla links', 32));
  }

  seal(board: BoardId, role: Role, secret: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(boundTo(board, role));
    const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), text]));
  }

  /** Null where the copy was made with another key, or for another board or role. */
  open(board: BoardId, role: Role, sealed: Uint8Array): string | null {
    const [nonce, rest] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES)];
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(boundTo(board, role))
        .setAuthTag(rest.subarray(0, TAG_BYTES));
      return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}

/** So that a row copied onto another board or role in the database opens nothing. */
const boundTo = (board: BoardId, role: Role): Buffer => Buffer.from(`${board}/${role}`);
