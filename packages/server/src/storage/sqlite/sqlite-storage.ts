import {
  documentName,
  type BoardId,
  type Millis,
  type ParticipantId,
  type Role,
  type Stage,
  type TemplateId,
  type VersionId,
} from '@samtavla/protocol';
import { checkedDocument, checksumOf } from '../checksum.ts';
import type { Deletion } from '../deletion-storage.ts';
import type {
  Admission,
  Board,
  Compaction,
  Hash,
  KnownLog,
  Link,
  LogEntry,
  Participant,
  Person,
  Removal,
  RowId,
  Session,
  ShortCode,
  Span,
  Staying,
  Storage,
  StoredDocument,
} from '../storage.ts';
import type { PersonsBallot } from '../stage-storage.ts';
import type { StoredTemplate } from '../template-storage.ts';
import type { Use, Version, VersionState } from '../version-storage.ts';
import { beyond } from '../beyond.ts';
import { HeldNames } from '../held-names.ts';
import { openDatabase, type OpenDatabase } from './open-database.ts';
import { boardOf, codeOf, linkOf, participantOf, personOf, rowOf, snapshotOf, sessionOf, spanOf } from './rows.ts';
import { storageError } from './sqlite-error.ts';
import { SqliteStages } from './sqlite-stages.ts';
import { SqliteTemplates } from './sqlite-templates.ts';
import { SqliteVersions } from './sqlite-versions.ts';
import { prepareStatements, type Statements } from './statements.ts';

/** node:sqlite is synchronous: each method does its work before it returns its promise, and nothing comes between. */
export class SqliteStorage implements Storage {
  readonly #open: OpenDatabase;
  readonly #sql: Statements;
  readonly #names = new HeldNames();
  readonly #versions: SqliteVersions;
  readonly #stages: SqliteStages;
  readonly #templates: SqliteTemplates;

  /** Throws a `StartError` when the directory or the database in it cannot be used. */
  constructor(dataDir: string, open = openDatabase(dataDir)) {
    this.#open = open;
    this.#sql = prepareStatements(open.database);
    this.#versions = new SqliteVersions(open.database);
    this.#stages = new SqliteStages(open.database);
    this.#templates = new SqliteTemplates(open.database);
  }

  async createBoard(board: Board, links: readonly Link[], documents: readonly LogEntry[]): Promise<void> {
    this.#transaction(() => {
      const { id, title, template, preset, locale, anonymous, createdAt } = board;
      this.#sql.insertBoard.run(id, title, template, preset, locale, Number(anonymous), createdAt);
      for (const link of links) this.#insertLink(id, link);
      this.#append(documents);
    });
  }

  async board(id: BoardId): Promise<Board | null> {
    const row = this.#read(() => this.#sql.board.get(id));
    return row === undefined ? null : boardOf(row);
  }

  async links(board: BoardId): Promise<readonly Link[]> {
    return this.#read(() => this.#sql.links.all(board)).map(linkOf);
  }

  async closeLink(board: BoardId, role: Role, at: Millis): Promise<void> {
    this.#transaction(() => this.#sql.closeLink.run(at, board, role));
  }

  async endLink(board: BoardId, role: Role, endsAt: Millis | null): Promise<boolean> {
    return this.#transaction(() => this.#sql.endLink.run(endsAt, board, role).changes === 1);
  }

  async rotateLink(board: BoardId, link: Link, at: Millis, staying: Staying): Promise<void> {
    this.#transaction(() => {
      const { role, hash } = link;
      const before = this.#sql.openLink.get(board, role);
      this.#sql.closeLink.run(at, board, role);
      this.#insertLink(board, link);
      if (before === undefined) return;
      if (staying === 'everyone') this.#sql.moveSessions.run(hash, linkOf(before).hash);
      else this.#sql.moveSession.run(hash, linkOf(before).hash, staying);
    });
  }

  #insertLink(board: BoardId, { role, hash, sealed, closedAt, endsAt }: Link): void {
    this.#sql.insertLink.run(board, role, hash, sealed, closedAt, endsAt);
  }

  async putCode({ board, hash, link, expiresAt }: ShortCode): Promise<boolean> {
    return this.#transaction(() => this.#sql.putCode.run(board, hash, link, expiresAt).changes === 1);
  }

  async code(hash: Hash): Promise<ShortCode | null> {
    const row = this.#read(() => this.#sql.code.get(hash));
    return row === undefined ? null : codeOf(row);
  }

  async admit({ participant, joinKeyHash, session, desk }: Admission): Promise<ParticipantId> {
    return this.#transaction(() => {
      const owner = this.#ownerOf(participant, joinKeyHash);
      const { board, name, perspective } = participant;
      this.#sql.putParticipant.run(
        owner,
        board,
        name,
        perspective.sector ?? null,
        perspective.level ?? null,
        joinKeyHash,
      );
      this.#sql.insertSession.run(session.tokenHash, owner, session.role, session.link, session.createdAt);
      const document = documentName({ board, kind: 'desk', owner });
      if (desk !== null && this.#document(document) === null) this.#append([{ document, update: desk }]);
      return owner;
    });
  }

  #ownerOf(participant: Participant, joinKeyHash: Hash | null): ParticipantId {
    const known = joinKeyHash === null ? undefined : this.#sql.participantByJoinKey.get(participant.board, joinKeyHash);
    return known === undefined ? participant.id : participantOf(known).id;
  }

  async session(tokenHash: Hash): Promise<Session | null> {
    const row = this.#read(() => this.#sql.session.get(tokenHash));
    return row === undefined ? null : sessionOf(row);
  }

  async participantByJoinKey(board: BoardId, joinKeyHash: Hash): Promise<Participant | null> {
    const row = this.#read(() => this.#sql.participantByJoinKey.get(board, joinKeyHash));
    return row === undefined ? null : participantOf(row);
  }

  async people(board: BoardId): Promise<readonly Person[]> {
    return this.#read(() => this.#sql.people.all(board)).map(personOf);
  }

  async removePerson({ board, person, by, at }: Removal): Promise<boolean> {
    return this.#transaction(() => {
      if (this.#sql.isPresent.get(by, board) === undefined) return false;
      this.#sql.removePerson.run(at, person, board);
      return true;
    });
  }

  async append(entries: readonly LogEntry[]): Promise<readonly RowId[]> {
    return this.#transaction(() => this.#append(entries));
  }

  #append(entries: readonly LogEntry[]): RowId[] {
    return entries.map(({ document, update, spans = [], revealed }) => {
      const { lastInsertRowid } = this.#sql.append.run(document, update, checksumOf(update));
      for (const { client, start, person } of spans) this.#sql.insertSpan.run(document, client, start, person);
      if (revealed !== undefined) this.#stages.reveal(revealed);
      return Number(lastInsertRowid) as RowId;
    });
  }

  async spans(document: string): Promise<readonly Span[]> {
    return this.#read(() => this.#sql.spans.all(document)).map(spanOf);
  }

  async read(document: string): Promise<StoredDocument | null> {
    return this.#transaction(() => this.#document(document));
  }

  async readNew(known: readonly KnownLog[]): Promise<ReadonlyMap<string, StoredDocument>> {
    return this.#transaction(() => {
      const found = new Map<string, StoredDocument>();
      for (const one of known) {
        const more = beyond(this.#document(one.document), one);
        if (more !== null) found.set(one.document, more);
      }
      return found;
    });
  }

  #document(document: string): StoredDocument | null {
    const snapshot = this.#sql.snapshot.get(document);
    const tail = this.#sql.tail.all(document).map(rowOf);
    if (snapshot === undefined && tail.length === 0) return null;
    return checkedDocument(snapshot === undefined ? null : snapshotOf(snapshot), tail);
  }

  async compact({ document, basedOn, state, foldedIn, leavesNothing = false }: Compaction): Promise<boolean> {
    const isDone = this.#transaction(() => {
      const stored = this.#document(document);
      const present = new Set(stored?.tail.map(({ row }) => row));
      if ((stored?.snapshot?.version ?? 0) !== basedOn || !foldedIn.every((row) => present.has(row))) return false;
      this.#sql.putSnapshot.run(document, basedOn + 1, state, checksumOf(state));
      for (const row of foldedIn) this.#sql.deleteRow.run(row);
      return true;
    });
    if (isDone && leavesNothing) this.#emptyLog();
    return isDone;
  }

  whileHolding(name: string, task: (held: AbortSignal) => Promise<void>): Promise<boolean> {
    return this.#names.whileHolding(name, task);
  }

  addVersion = async (version: Version, state: VersionState) =>
    this.#transaction(() => this.#versions.add(version, state));
  versions = async (board: BoardId) => this.#read(() => this.#versions.list(board));
  versionState = async (board: BoardId, id: VersionId) => this.#read(() => this.#versions.state(board, id));
  deleteVersions = async (board: BoardId, ids: readonly VersionId[]) =>
    this.#transaction(() => this.#versions.remove(board, ids));
  markUse = async (uses: readonly Use[]) => this.#transaction(() => this.#versions.markUse(uses));
  boardsChanged = async () => this.#read(() => this.#versions.changed());
  markDeleted = async (board: BoardId, deletion: Deletion) =>
    this.#transaction(() => this.#versions.markDeleted(board, deletion));
  takeBackDeletion = async (board: BoardId, at: Millis) => this.#transaction(() => this.#versions.takeBack(board, at));
  deletion = async (board: BoardId) => this.#read(() => this.#versions.deletion(board));
  boardsGone = async (by: Millis) => this.#read(() => this.#versions.gone(by));
  boardsUnused = async (since: Millis) => this.#read(() => this.#versions.unused(since));
  lastUse = async (board: BoardId) => this.#read(() => this.#versions.lastUse(board));
  warn = async (boards: readonly BoardId[], at: Millis) => this.#transaction(() => this.#versions.warn(boards, at));

  stage = async (board: BoardId) => this.#read(() => this.#stages.stage(board));
  async putStage(board: BoardId, stage: Stage, dueAt: Millis | null, counted?: string): Promise<boolean> {
    const isPut = this.#transaction(() => this.#stages.put(board, stage, dueAt, counted));
    if (counted !== undefined) this.#emptyLog();
    return isPut;
  }
  putBallot = async (ballot: PersonsBallot, whileVersion: number) =>
    this.#transaction(() => this.#stages.putBallot(ballot, whileVersion));
  ballot = async (board: BoardId, vote: string, person: ParticipantId) =>
    this.#read(() => this.#stages.ballot(board, vote, person));
  ballots = async (board: BoardId, vote: string) => this.#read(() => this.#stages.ballots(board, vote));
  revealed = async (board: BoardId) => this.#read(() => this.#stages.revealed(board));
  stagesDue = async (by: Millis) => this.#read(() => this.#stages.due(by));

  putTemplate = async (template: StoredTemplate) => this.#transaction(() => this.#templates.put(template));
  template = async (id: TemplateId) => this.#read(() => this.#templates.one(id));
  templatesForEveryone = async (most: number) => this.#read(() => this.#templates.forEveryone(most));
  removeTemplate = async (id: TemplateId) => this.#transaction(() => this.#templates.remove(id));

  async purge(board: BoardId): Promise<void> {
    this.#transaction(() => this.#versions.purge(board));
    this.#emptyLog();
  }

  /** What is deleted is overwritten in the database, and is still in the log of what was written to it. */
  #emptyLog(): void {
    this.#read(() => this.#open.database.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  async probe(): Promise<void> {
    this.#transaction(() => this.#sql.probe.run());
  }

  async close(): Promise<void> {
    this.#open.close();
  }

  #read<T>(query: () => T): T {
    try {
      return query();
    } catch (error) {
      throw storageError(error);
    }
  }

  #transaction<T>(work: () => T): T {
    const { database } = this.#open;
    try {
      database.exec('BEGIN IMMEDIATE');
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      this.#rollBack();
      throw storageError(error);
    }
  }

  /** SQLite has already rolled back on some errors (disk full, input/output). */
  #rollBack(): void {
    const { database } = this.#open;
    if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
  }
}
