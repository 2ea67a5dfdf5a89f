/** Saved templates in SQLite. Each method is a part of a transaction that the caller has begun, or a single read. */
import type { Millis, TemplateId, Visibility } from '@samtavla/protocol';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { stateOf, type StoredTemplate, type TemplateState } from '../template-storage.ts';
import type { Row } from './rows.ts';

export const TEMPLATE_MIGRATION = `
  CREATE TABLE template (
    id TEXT PRIMARY KEY,
    edit_hash BLOB NOT NULL,
    visibility TEXT NOT NULL,
    version INTEGER NOT NULL,
    saved_at INTEGER NOT NULL,
    state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX template_for_everyone ON template (saved_at) WHERE visibility = 'everyone';
  `;

const SQL = {
  first: `
    INSERT INTO template (id, edit_hash, visibility, version, saved_at, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
    ON CONFLICT (id) DO NOTHING`,
  next: `
    UPDATE template SET edit_hash = ?2, visibility = ?3, version = ?4, saved_at = ?5, state = ?6
    WHERE id = ?1 AND version = ?4 - 1`,
  one: 'SELECT * FROM template WHERE id = ?',
  forEveryone: "SELECT * FROM template WHERE visibility = 'everyone' ORDER BY saved_at DESC, id LIMIT ?",
  remove: 'DELETE FROM template WHERE id = ?',
} as const;

export class SqliteTemplates {
  readonly #sql: Record<keyof typeof SQL, StatementSync>;

  constructor(database: DatabaseSync) {
    const prepared = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)]);
    this.#sql = Object.fromEntries(prepared) as Record<keyof typeof SQL, StatementSync>;
  }

  put(template: StoredTemplate): boolean {
    const { id, editHash, visibility, version, savedAt } = template;
    const statement = version === 1 ? this.#sql.first : this.#sql.next;
    return statement.run(id, editHash, visibility, version, savedAt, stateOf(template)).changes === 1;
  }

  one(id: TemplateId): StoredTemplate | null {
    const row = this.#sql.one.get(id);
    return row === undefined ? null : templateOf(row);
  }

  forEveryone(most: number): StoredTemplate[] {
    return this.#sql.forEveryone.all(most).map(templateOf);
  }

  remove(id: TemplateId): void {
    this.#sql.remove.run(id);
  }
}

const templateOf = (row: Row): StoredTemplate => ({
  id: row['id'] as TemplateId,
  editHash: row['edit_hash'] as Uint8Array,
  visibility: row['visibility'] as Visibility,
  version: row['version'] as number,
  savedAt: row['saved_at'] as Millis,
  ...(JSON.parse(row['state'] as string) as TemplateState),
});
