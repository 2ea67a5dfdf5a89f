import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what is to be read again here and nowhere else: AES-256-GCM, as nonce, tag and ciphertext in a row. */
export class Sealing {
  readonly #key: Uint8Array;

  /** @param purpose what is sealed for one purpose opens for no other */
  constructor(secretKey: string, purpose: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', secretKey, '', purpose, 32));
  }

  /** @param boundTo must be said again to open it */
  seal(text: string, boundTo: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(boundTo));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
  }

  /** Null for what was sealed with another key, for another purpose, bound to something else, or not at all. */
  open(sealed: Uint8Array, boundTo: string): string | null {
    const [nonce, rest] = [sealed.subarray(0, NONCE_BYTES), sealed.subarray(NONCE_BYTES)];
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(boundTo))
        .setAuthTag(rest.subarray(0, TAG_BYTES));
      return Buffer.concat([decipher.update(rest.subarray(TAG_BYTES)), decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
