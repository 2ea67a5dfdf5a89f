import {
  documentName,
  OPEN_STAGE,
  stageOf,
  type Ballot,
  type BoardId,
  type Millis,
  type ParticipantId,
  type RecordId,
  type Role,
  type Stage,
  type TemplateId,
  type VersionId,
} from '@samtavla/protocol';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { checksumOf } from '../checksum.ts';
import type { Deletion } from '../deletion-storage.ts';
import type { PersonsBallot } from '../stage-storage.ts';
import { StorageUnavailable } from '../storage-error.ts';
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
import { stateOf, type StoredTemplate } from '../template-storage.ts';
import type { Use, Version, VersionState } from '../version-storage.ts';
import { CallOrder } from './call-order.ts';
import { holdName } from './hold-name.ts';
import { openDatabase, type DatabaseOptions } from './open-database.ts';
import { storageError } from './postgres-error.ts';
import {
  boardOf,
  codeOf,
  documentOf,
  documentsOf,
  linkOf,
  participantOf,
  personOf,
  rowIdOf,
  sessionOf,
  spanOf,
  type Row,
} from './rows.ts';
import { templateOf } from './template-statements.ts';
import { prepared, type Statement } from './statements.ts';
import { changedOf, deletionOf, unusedOf, versionOf, versionStateOf } from './version-rows.ts';
import { PURGE } from './version-statements.ts';

/** Runs one statement, and throws what the port promises. */
type Run = (name: Statement, ...values: unknown[]) => Promise<QueryResult<Row>>;

export class PostgresStorage implements Storage {
  readonly #url: string;
  readonly #pool: Pool;
  readonly #onClose: () => void;
  readonly #order = new CallOrder();

  private constructor(url: string, pool: Pool, onClose: () => void) {
    this.#url = url;
    this.#pool = pool;
    this.#onClose = onClose;
  }

  /**
   * Throws a `StartError` when the database cannot be used.
   * @param options `directory` is let go of when the storage is closed
   */
  static async open(
    url: string,
    { directory, ...options }: DatabaseOptions & { readonly directory?: { close(): void } } = {},
  ): Promise<PostgresStorage> {
    return new PostgresStorage(url, await openDatabase(url, options), () => directory?.close());
  }

  async createBoard(board: Board, links: readonly Link[], documents: readonly LogEntry[]): Promise<void> {
    await this.#transaction(async (run) => {
      const { id, title, template, preset, locale, anonymous, createdAt } = board;
      await run('insertBoard', id, title, template, preset, locale, anonymous, createdAt);
      for (const link of links) await insertLink(run, id, link);
      await append(run, documents);
    });
  }

  async board(id: BoardId): Promise<Board | null> {
    const [row] = await this.#read('board', id);
    return row === undefined ? null : boardOf(row);
  }

  async links(board: BoardId): Promise<readonly Link[]> {
    return (await this.#read('links', board)).map(linkOf);
  }

  async closeLink(board: BoardId, role: Role, at: Millis): Promise<void> {
    await this.#write((run) => run('closeLink', at, board, role));
  }

  async endLink(board: BoardId, role: Role, endsAt: Millis | null): Promise<boolean> {
    const { rowCount } = await this.#write((run) => run('endLink', endsAt, board, role));
    return rowCount === 1;
  }

  async rotateLink(board: BoardId, link: Link, at: Millis, staying: Staying): Promise<void> {
    await this.#transaction(async (run) => {
      const { role, hash } = link;
      await run('lockBoard', board);
      const [before] = (await run('openLink', board, role)).rows;
      await run('closeLink', at, board, role);
      await insertLink(run, board, link);
      if (before === undefined) return;
      if (staying === 'everyone') await run('moveSessions', hash, linkOf(before).hash);
      else await run('moveSession', hash, linkOf(before).hash, staying);
    });
  }

  async putCode({ board, hash, link, expiresAt }: ShortCode): Promise<boolean> {
    const { rowCount } = await this.#write((run) => run('putCode', board, hash, link, expiresAt));
    return rowCount === 1;
  }

  async code(hash: Hash): Promise<ShortCode | null> {
    const [row] = await this.#read('code', hash);
    return row === undefined ? null : codeOf(row);
  }

  async admit({ participant, joinKeyHash, session, desk }: Admission): Promise<ParticipantId> {
    return this.#transaction(async (run) => {
      const { board, name, perspective } = participant;
      await run('lockBoard', board);
      const owner = await ownerOf(run, participant, joinKeyHash);
      const { sector = null, level = null } = perspective;
      await run('putParticipant', owner, board, name, sector, level, joinKeyHash);
      await run('insertSession', session.tokenHash, owner, session.role, session.link, session.createdAt);
      const document = documentName({ board, kind: 'desk', owner });
      if (desk !== null && (await run('isStored', document)).rows.length === 0)
        await append(run, [{ document, update: desk }]);
      return owner;
    });
  }

  async session(tokenHash: Hash): Promise<Session | null> {
    const [row] = await this.#read('session', tokenHash);
    return row === undefined ? null : sessionOf(row);
  }

  async participantByJoinKey(board: BoardId, joinKeyHash: Hash): Promise<Participant | null> {
    const [row] = await this.#read('participantByJoinKey', board, joinKeyHash);
    return row === undefined ? null : participantOf(row);
  }

  async people(board: BoardId): Promise<readonly Person[]> {
    return (await this.#read('people', board)).map(personOf);
  }

  async removePerson({ board, person, by, at }: Removal): Promise<boolean> {
    return this.#transaction(async (run) => {
      await run('lockBoard', board);
      if ((await run('isPresent', by, board)).rows.length === 0) return false;
      await run('removePerson', at, person, board);
      return true;
    });
  }

  async append(entries: readonly LogEntry[]): Promise<readonly RowId[]> {
    const hasMore = entries.some(({ spans = [], revealed }) => spans.length > 0 || revealed !== undefined);
    return hasMore ? this.#transaction((run) => append(run, entries)) : this.#write((run) => append(run, entries));
  }

  async spans(document: string): Promise<readonly Span[]> {
    return (await this.#read('spans', document)).map(spanOf);
  }

  async read(document: string): Promise<StoredDocument | null> {
    return documentOf(await this.#read('document', document));
  }

  async readNew(known: readonly KnownLog[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const documents = known.map(({ document }) => document);
    const versions = known.map(({ version }) => version);
    return documentsOf(
      await this.#read(
        'beyond',
        documents,
        versions,
        known.flatMap(({ rows }) => [...rows]),
      ),
    );
  }

  async compact({ document, basedOn, state, foldedIn }: Compaction): Promise<boolean> {
    try {
      await this.#transaction(async (run) => {
        const stored = await run(
          basedOn === 0 ? 'firstSnapshot' : 'nextSnapshot',
          document,
          basedOn,
          state,
          checksumOf(state),
        );
        if (stored.rowCount !== 1) throw new NotWhatWasRead();
        const deleted = await run('deleteRows', document, foldedIn);
        if (deleted.rowCount !== foldedIn.length) throw new NotWhatWasRead();
      });
      return true;
    } catch (error) {
      if (error instanceof NotWhatWasRead) return false;
      throw error;
    }
  }

  async whileHolding(name: string, task: (held: AbortSignal) => Promise<void>): Promise<boolean> {
    return holdName(this.#url, name, task);
  }

  async addVersion({ id, board, kind, name, takenAt }: Version, { plan, canvas }: VersionState): Promise<void> {
    await this.#write((run) => run('addVersion', id, board, kind, name, takenAt, plan, canvas));
  }

  async putTemplate(template: StoredTemplate): Promise<boolean> {
    const { id, editHash, visibility, version, savedAt } = template;
    const statement = version === 1 ? 'firstTemplate' : 'nextTemplate';
    const { rowCount } = await this.#write((run) =>
      run(statement, id, editHash, visibility, version, savedAt, stateOf(template)),
    );
    return rowCount === 1;
  }
  template = async (id: TemplateId) => (await this.#read('template', id)).map(templateOf)[0] ?? null;
  templatesForEveryone = async (most: number) => (await this.#read('templatesForEveryone', most)).map(templateOf);
  removeTemplate = async (id: TemplateId) => void (await this.#write((run) => run('removeTemplate', id)));

  versions = async (board: BoardId) => (await this.#read('versions', board)).map(versionOf);
  versionState = async (board: BoardId, id: VersionId) =>
    (await this.#read('versionState', board, id)).map(versionStateOf)[0] ?? null;
  deleteVersions = async (board: BoardId, ids: readonly VersionId[]) =>
    void (await this.#write((run) => run('deleteVersions', board, ids)));
  boardsChanged = async () => (await this.#read('boardsChanged')).map(changedOf);
  markDeleted = async (board: BoardId, { deletedAt, goneAt }: Deletion) =>
    void (await this.#write((run) => run('markDeleted', board, deletedAt, goneAt)));
  deletion = async (board: BoardId) => (await this.#read('deletion', board)).map(deletionOf)[0] ?? null;
  boardsGone = async (by: Millis) => (await this.#read('boardsGone', by)).map((row) => row['board'] as BoardId);
  boardsUnused = async (since: Millis) => (await this.#read('boardsUnused', since)).map(unusedOf);
  lastUse = async (board: BoardId) => (await this.#read('lastUse', board)).map(unusedOf)[0] ?? null;
  warn = async (boards: readonly BoardId[], at: Millis) => void (await this.#write((run) => run('warn', boards, at)));

  stagesDue = async (by: Millis) => (await this.#read('stagesDue', by)).map((row) => row['board'] as BoardId);

  revealed = async (board: BoardId) => (await this.#read('revealed', board)).map((row) => row['note'] as RecordId);

  async stage(board: BoardId): Promise<Stage | null> {
    const [row] = await this.#read('stage', board);
    return row === undefined ? null : stageOf(JSON.parse(row['state'] as string));
  }

  async putStage(board: BoardId, stage: Stage, dueAt: Millis | null, counted?: string): Promise<boolean> {
    const statement = stage.version - 1 === OPEN_STAGE.version ? 'firstStage' : 'nextStage';
    const put = (run: Run) => run(statement, board, stage.version, JSON.stringify(stage), dueAt);
    if (counted === undefined) return (await this.#write(put)).rowCount === 1;
    return this.#transaction(async (run) => {
      const isPut = (await put(run)).rowCount === 1;
      if (isPut) await run('forgetBallots', board, counted);
      return isPut;
    });
  }

  async putBallot(ballot: PersonsBallot, whileVersion: number): Promise<'stored' | 'older' | 'stale'> {
    const { board, vote, person, revision, votes } = ballot;
    const put = await this.#write((run) =>
      run('putBallot', board, vote, person, revision, JSON.stringify(votes), whileVersion),
    );
    if (put.rowCount === 1) return 'stored';
    return (await this.#read('isStageOfVersion', board, whileVersion)).length === 0 ? 'stale' : 'older';
  }

  ballot = async (board: BoardId, vote: string, person: ParticipantId) =>
    (await this.#read('ballot', board, vote, person)).map(ballotOf)[0] ?? null;
  ballots = async (board: BoardId, vote: string) => (await this.#read('ballots', board, vote)).map(ballotOf);

  async markUse(uses: readonly Use[]): Promise<void> {
    await this.#write((run) => markUse(run, uses));
  }

  async takeBackDeletion(board: BoardId, at: Millis): Promise<void> {
    await this.#transaction(async (run) => {
      await run('takeBackDeletion', board);
      await markUse(run, [{ board, usedAt: at, changedAt: null }]);
    });
  }

  async purge(board: BoardId): Promise<void> {
    await this.#transaction(async (run) => {
      for (const statement of PURGE) await run(statement, board);
    });
  }

  async probe(): Promise<void> {
    await this.#write((run) => run('probe'));
  }

  async close(): Promise<void> {
    await this.#pool.end();
    this.#onClose();
  }

  async #read(name: Statement, ...values: unknown[]): Promise<Row[]> {
    const { rows } = await this.#order.read(() => this.#connected((run) => run(name, ...values)));
    return rows;
  }

  /** One statement is a transaction of its own. */
  async #write<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.#order.write(() => this.#connected(work));
  }

  async #transaction<T>(work: (run: Run) => Promise<T>): Promise<T> {
    return this.#order.write(() =>
      this.#connected(async (run, client) => {
        await translated(client.query('BEGIN'));
        try {
          const result = await work(run);
          await translated(client.query('COMMIT'));
          return result;
        } catch (error) {
          // Where the database is not there to roll back, it has.
          if (!(error instanceof StorageUnavailable)) await translated(client.query('ROLLBACK'));
          throw error;
        }
      }),
    );
  }

  /** A connection on which the database was found unavailable is not used again: its statement may still be under way. */
  async #connected<T>(work: (run: Run, client: PoolClient) => Promise<T>): Promise<T> {
    const client = await translated(this.#pool.connect());
    let isUsable = true;
    try {
      return await work((name, ...values) => translated(client.query<Row>(prepared(name, values))), client);
    } catch (error) {
      isUsable = !(error instanceof StorageUnavailable);
      throw error;
    } finally {
      client.release(!isUsable);
    }
  }
}

/** Ends a compaction's transaction, and never leaves this file. */
class NotWhatWasRead extends Error {
  override readonly name = 'NotWhatWasRead';
}

async function translated<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw storageError(error);
  }
}

const insertLink = (run: Run, board: BoardId, { role, hash, sealed, closedAt, endsAt }: Link) =>
  run('insertLink', board, role, hash, sealed, closedAt, endsAt);

const ballotOf = (row: Row): Ballot => ({
  revision: Number(row['revision']),
  votes: JSON.parse(row['votes'] as string) as Ballot['votes'],
});

/** Postgres returns the rows in the order it stored them, which is that of their ids. */
async function append(run: Run, entries: readonly LogEntry[]): Promise<readonly RowId[]> {
  const { rows } = await run(
    'append',
    entries.map(({ document }) => document),
    entries.map(({ update }) => update),
    entries.map(({ update }) => checksumOf(update)),
  );
  for (const { document, spans = [], revealed } of entries) {
    for (const { client, start, person } of spans) await run('insertSpan', document, client, start, person);
    if (revealed !== undefined) await run('reveal', revealed.board, revealed.notes);
  }
  return rows.map(rowIdOf).toSorted((one, other) => one - other);
}

async function markUse(run: Run, uses: readonly Use[]): Promise<void> {
  await run(
    'markUse',
    uses.map(({ board }) => board),
    uses.map(({ usedAt }) => usedAt),
    uses.map(({ changedAt }) => changedAt),
  );
}

async function ownerOf(run: Run, participant: Participant, joinKeyHash: Hash | null): Promise<ParticipantId> {
  if (joinKeyHash === null) return participant.id;
  const { rows } = await run('participantByJoinKey', participant.board, joinKeyHash);
  return rows[0] === undefined ? participant.id : participantOf(rows[0]).id;
}
