/** From SQLite's rows to the port's records. The schema is STRICT: a column holds the type it was declared with. */
import type { BoardId, Millis, ParticipantId, Role } from '@samtavla/protocol';
import type { Locale } from '@samtavla/templates';
import type { SQLOutputValue } from 'node:sqlite';
import type { Board, Link, Participant, Person, RowId, Session, ShortCode, Span } from '../storage.ts';

export type Row = Record<string, SQLOutputValue>;

export const boardOf = (row: Row): Board => ({
  id: row['id'] as BoardId,
  title: row['title'] as string,
  template: row['template'] as string,
  preset: row['preset'] as string,
  locale: row['locale'] as Locale,
  anonymous: row['anonymous'] === 1,
  createdAt: row['created_at'] as Millis,
});

export const linkOf = (row: Row): Link => ({
  role: row['role'] as Role,
  hash: row['hash'] as Uint8Array,
  sealed: row['sealed'] as Uint8Array | null,
  closedAt: row['closed_at'] as Millis | null,
  endsAt: row['ends_at'] as Millis | null,
});

export const codeOf = (row: Row): ShortCode => ({
  board: row['board'] as BoardId,
  hash: row['hash'] as Uint8Array,
  link: row['link'] as Uint8Array,
  expiresAt: row['expires_at'] as Millis,
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
  tokenHash: row['token_hash'] as Uint8Array,
  role: row['role'] as Role,
  participant: participantOf(row),
  link: row['link'] as Uint8Array,
  isOver: row['closed_at'] !== null,
  isRemoved: row['removed_at'] !== null,
  endsAt: row['ends_at'] as Millis | null,
});

export const rowOf = (row: Row) => ({
  row: row['id'] as RowId,
  update: row['entry'] as Uint8Array,
  checksum: row['checksum'] as number | null,
});

export const snapshotOf = (row: Row) => ({
  version: row['version'] as number,
  state: row['state'] as Uint8Array,
  checksum: row['checksum'] as number | null,
});
