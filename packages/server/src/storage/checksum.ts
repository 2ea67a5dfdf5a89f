import { crc32 } from 'node:zlib';
import type { RowId, StoredDocument } from './storage.ts';

/** Told beside what is stored, to know it again: a row of zeros, which a disk may give back, is to Yjs an update that holds nothing. */
export const checksumOf = (bytes: Uint8Array): number => crc32(bytes);

/** Null for what was stored before there were checksums, which is taken as it is. */
type Checked = { readonly checksum: number | null };

type CheckedSnapshot = Checked & { readonly version: number; readonly state: Uint8Array };
type CheckedRow = Checked & { readonly row: RowId; readonly update: Uint8Array };

const isIntact = (bytes: Uint8Array, { checksum }: Checked): boolean =>
  checksum === null || checksum === checksumOf(bytes);

export function checkedDocument(snapshot: CheckedSnapshot | null, rows: readonly CheckedRow[]): StoredDocument {
  const isWhole =
    (snapshot === null || isIntact(snapshot.state, snapshot)) && rows.every((one) => isIntact(one.update, one));
  return {
    snapshot: snapshot === null ? null : { version: snapshot.version, state: snapshot.state },
    tail: rows.map(({ row, update }) => ({ row, update })),
    ...(!isWhole && { isDamaged: true }),
  };
}
