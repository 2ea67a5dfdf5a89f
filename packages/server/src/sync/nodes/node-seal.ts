/**
 * What nodes say to each other passes through a Redis that others may use. Only who has `SECRET_KEY` can read it, say it, or move it
 * to another board: AES-256-GCM, as the saying node's id, a count, the tag and the ciphertext in a row.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ID_BYTES = 16;
const COUNT_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = ID_BYTES + COUNT_BYTES + TAG_BYTES;
/** Keys of others kept at hand; whoever may write to Redis can make up ids without end. */
const KNOWN_NODES = 100;

export type Opened = { readonly node: string; readonly bytes: Uint8Array };

export class NodeSeal {
  readonly #secretKey: string;
  readonly #id = randomBytes(ID_BYTES);
  readonly #key: Uint8Array;
  readonly #keys = new Map<string, Uint8Array>();
  #count = 0n;

  constructor(secretKey: string) {
    this.#secretKey = secretKey;
    this.#key = this.#keyOf(this.#id);
  }

  /** What an installation's channels begin with: two that share a Redis do not hear each other. */
  get installation(): string {
    return Buffer.from(hkdfSync('sha256', this.#secretKey, '', 'samtavla installation', 9)).toString('base64url');
  }

  seal(channel: string, bytes: Uint8Array): Buffer {
    // A key of this process' own, and a count that it never repeats: no two messages share both.
    const count = Buffer.alloc(COUNT_BYTES);
    count.writeBigUInt64BE((this.#count += 1n), COUNT_BYTES - 8);
    const cipher = createCipheriv('aes-256-gcm', this.#key, count).setAAD(Buffer.from(channel));
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([this.#id, count, cipher.getAuthTag(), text]);
  }

  /** Null for one's own message, and for what no node of this installation said on this channel. */
  open(channel: string, sealed: Buffer): Opened | null {
    const id = sealed.subarray(0, ID_BYTES);
    if (sealed.length < HEAD_BYTES || id.equals(this.#id)) return null;
    const count = sealed.subarray(ID_BYTES, ID_BYTES + COUNT_BYTES);
    const tag = sealed.subarray(ID_BYTES + COUNT_BYTES, HEAD_BYTES);
    const node = id.toString('base64url');
    const key = this.#keys.get(node) ?? this.#keyOf(id);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, count, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(channel))
        .setAuthTag(tag);
      const bytes = Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
      if (this.#keys.size >= KNOWN_NODES) this.#keys.clear();
      this.#keys.set(node, key);
      return { node, bytes: new Uint8Array(bytes) };
    } catch {
      return null;
    }
  }

  #keyOf(id: Uint8Array): Uint8Array {
    return new Uint8Array(hkdfSync('sha256', this.#secretKey, id, 'samtavla nodes', 32));
  }
}
