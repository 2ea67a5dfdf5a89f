/** From Postgres' rows to the port's records of versions and deletion. */
import type { BoardId, Millis, VersionId, VersionKind } from '@samtavla/protocol';
import type { Deletion, UnusedBoard } from '../deletion-storage.ts';
import type { ChangedBoard, Version, VersionState } from '../version-storage.ts';
import { bytesOf, type Row } from './rows.ts';

const millisOf = (value: unknown): Millis => Number(value) as Millis;
const millisOrNull = (value: unknown): Millis | null => (value === null ? null : millisOf(value));

export const versionOf = (row: Row): Version => ({
  id: row['id'] as VersionId,
  board: row['board'] as BoardId,
  kind: row['kind'] as VersionKind,
  name: row['name'] as string | null,
  takenAt: millisOf(row['taken_at']),
});

export const versionStateOf = (row: Row): VersionState => ({
  plan: bytesOf(row['plan']),
  canvas: bytesOf(row['canvas']),
});

export const changedOf = (row: Row): ChangedBoard => ({
  board: row['board'] as BoardId,
  changedAt: millisOf(row['changed_at']),
  versionAt: millisOrNull(row['version_at']),
});

export const deletionOf = (row: Row): Deletion => ({
  deletedAt: millisOf(row['deleted_at']),
  goneAt: millisOf(row['gone_at']),
});

export const unusedOf = (row: Row): UnusedBoard => ({
  board: row['board'] as BoardId,
  usedAt: millisOf(row['used_at']),
  warnedAt: millisOrNull(row['warned_at']),
});
