import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Hash } from '../storage/storage.ts';

/** 256 bits, so that no rate of guessing comes anywhere; 43 characters of base64url. For links and session tokens alike. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** A plain hash is enough for a secret of 256 bits: there is no dictionary to try. */
export const hashOf = (secret: string): Hash => new Uint8Array(createHash('sha256').update(secret).digest());

/** In constant time, so that an answer's delay tells nothing about how much of a guess was right. */
export const sameHash = (a: Hash, b: Hash): boolean => a.length === b.length && timingSafeEqual(a, b);
