/** From Postgres' rows to the port's records. `pg` gives 64-bit numbers as text, and bytes as a Buffer. */
import type { BoardId, Millis, ParticipantId, Role } from '@samtavla/protocol';
import type { Locale } from '@samtavla/templates';
import { checkedDocument } from '../checksum.ts';
import type { Board, Link, Participant, Person, RowId, Session, ShortCode, Span, StoredDocument } from '../storage.ts';

export type Row = Record<string, unknown>;

export const boardOf = (row: Row): Board => ({
  id: row['id'] as BoardId,
  title: row['title'] as string,
  template: row['template'] as string,
  preset: row['preset'] as string,
  locale: row['locale'] as Locale,
  anonymous: row['anonymous'] as boolean,
  createdAt: Number(row['created_at']) as Millis,
});

export const linkOf = (row: Row): Link => ({
  role: row['role'] as Role,
  hash: bytesOf(row['hash']),
  sealed: row['sealed'] === null ? null : bytesOf(row['sealed']),
  closedAt: millisOf(row['closed_at']),
  endsAt: millisOf(row['ends_at']),
});

export const codeOf = (row: Row): ShortCode => ({
  board: row['board'] as BoardId,
  hash: bytesOf(row['hash']),
  link: bytesOf(row['link']),
  expiresAt: Number(row['expires_at']) as Millis,
});

export function participantOf(row: Row): Participant {
  const sector = row['sector'] as string | null;
  const level = row['level'] as string | null;
  return {
    id: row['id'] as ParticipantId,
    board: row['board'] as BoardId,
    name: row['name'] as string | null,
    perspective: { ...(sector !== null && { sector }), ...(level !== null && { level }) },
  };
}

export const personOf = (row: Row): Person => ({
  participant: participantOf(row),
  roles: (row['roles'] as string).split(',') as Role[],
  joinedAt: Number(row['joined_at']) as Millis,
  isRemoved: row['removed_at'] !== null,
});

export const spanOf = (row: Row): Span => ({
  client: Number(row['client']),
  start: Number(row['start']),
  person: row['person'] as ParticipantId,
});

export const sessionOf = (row: Row): Session => ({
  tokenHash: bytesOf(row['token_hash']),
  role: row['role'] as Role,
  participant: participantOf(row),
  link: bytesOf(row['link']),
  isOver: row['closed_at'] !== null,
  isRemoved: row['removed_at'] !== null,
  endsAt: millisOf(row['ends_at']),
});

/** @param rows the snapshot, which has no id, if there is one; then the log's */
export function documentOf(rows: readonly Row[]): StoredDocument | null {
  if (rows.length === 0) return null;
  const snapshot = rows.find((row) => row['id'] === null);
  return checkedDocument(
    snapshot === undefined
      ? null
      : {
          version: Number(snapshot['version']),
          state: bytesOf(snapshot['bytes']),
          checksum: checksumIn(snapshot),
        },
    rows
      .filter((row) => row['id'] !== null)
      .map((row) => ({ row: rowIdOf(row), update: bytesOf(row['bytes']), checksum: checksumIn(row) })),
  );
}

/** Rows of several documents, in the order of one. */
export function documentsOf(rows: readonly Row[]): Map<string, StoredDocument> {
  const byName = Map.groupBy(rows, (row) => row['document'] as string);
  return new Map(
    [...byName].flatMap(([name, ofOne]) => {
      const document = documentOf(ofOne);
      return document === null ? [] : [[name, document]];
    }),
  );
}

const checksumIn = (row: Row): number | null => (row['checksum'] === null ? null : Number(row['checksum']));

export const rowIdOf = (row: Row): RowId => Number(row['id']) as RowId;

const millisOf = (value: unknown): Millis | null => (value === null ? null : (Number(value) as Millis));

export function bytesOf(value: unknown): Uint8Array {
  const { buffer, byteOffset, byteLength } = value as Buffer;
  return new Uint8Array(buffer, byteOffset, byteLength);
}
