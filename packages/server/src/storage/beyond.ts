import type { KnownLog, StoredDocument } from './storage.ts';

/** What of a stored document is beyond what is known of it, as `readNew` has it; null for nothing. */
export function beyond(stored: StoredDocument | null, { version, rows }: KnownLog): StoredDocument | null {
  if (stored === null) return null;
  if ((stored.snapshot?.version ?? 0) !== version) return stored;
  const tail = stored.tail.filter(({ row }) => !rows.has(row));
  return tail.length === 0 ? null : { ...stored, snapshot: null, tail };
}
