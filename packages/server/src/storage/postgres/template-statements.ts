/** Saved templates in Postgres. */
import type { Millis, TemplateId, Visibility } from '@samtavla/protocol';
import type { StoredTemplate, TemplateState } from '../template-storage.ts';
import { bytesOf, type Row } from './rows.ts';

export const TEMPLATE_MIGRATION = `
  CREATE TABLE template (
    id TEXT COLLATE "C" PRIMARY KEY,
    edit_hash BYTEA NOT NULL,
    visibility TEXT COLLATE "C" NOT NULL,
    version INTEGER NOT NULL,
    saved_at BIGINT NOT NULL,
    state TEXT NOT NULL
  );
  CREATE INDEX template_for_everyone ON template (saved_at) WHERE visibility = 'everyone';
  `;

export const TEMPLATE_SQL = {
  firstTemplate: `
    INSERT INTO template (id, edit_hash, visibility, version, saved_at, state) VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (id) DO NOTHING`,
  nextTemplate: `
    UPDATE template SET edit_hash = $2, visibility = $3, version = $4::integer, saved_at = $5, state = $6
    WHERE id = $1 AND version = $4::integer - 1`,
  template: 'SELECT * FROM template WHERE id = $1',
  templatesForEveryone: "SELECT * FROM template WHERE visibility = 'everyone' ORDER BY saved_at DESC, id LIMIT $1",
  removeTemplate: 'DELETE FROM template WHERE id = $1',
} as const;

export const templateOf = (row: Row): StoredTemplate => ({
  id: row['id'] as TemplateId,
  editHash: bytesOf(row['edit_hash']),
  visibility: row['visibility'] as Visibility,
  version: row['version'] as number,
  savedAt: Number(row['saved_at']) as Millis,
  ...(JSON.parse(row['state'] as string) as TemplateState),
});
