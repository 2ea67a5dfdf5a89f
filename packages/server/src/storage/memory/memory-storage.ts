import { documentName, type BoardId, type Millis, type ParticipantId, type VersionId } from '@samtavla/protocol';
import type { Deletion } from '../deletion-storage.ts';
import type {
  Admission,
  Board,
  Compaction,
  Hash,
  Link,
  LogEntry,
  Participant,
  RowId,
  Session,
  ShortCode,
  Staying,
  Storage,
  StoredDocument,
} from '../storage.ts';
import type { Use, Version, VersionState } from '../version-storage.ts';
import { MemoryVersions } from './memory-versions.ts';

type Person = { participant: Participant; joinKey: string | null };
type Paper = { snapshot: StoredDocument['snapshot']; tail: { row: RowId; update: Uint8Array }[] };

const keyOf = (hash: Hash): string => Buffer.from(hash).toString('hex');

/** Storage without a disk, for tests. It keeps the port's contract but for surviving the process. */
export class MemoryStorage implements Storage {
  readonly #boards = new Map<BoardId, { board: Board; links: Link[] }>();
  readonly #people = new Map<ParticipantId, Person>();
  readonly #sessions = new Map<string, { role: Session['role']; owner: ParticipantId; link: Hash }>();
  readonly #documents = new Map<string, Paper>();
  readonly #codes = new Map<BoardId, ShortCode>();
  readonly #versions = new MemoryVersions();
  #rows = 0;

  async createBoard(board: Board, links: readonly Link[], documents: readonly LogEntry[]): Promise<void> {
    if (this.#boards.has(board.id)) throw new Error('A board with this id exists.');
    this.#boards.set(board.id, { board, links: [...links] });
    await this.append(documents);
  }

  async board(id: BoardId): Promise<Board | null> {
    return this.#boards.get(id)?.board ?? null;
  }

  async links(board: BoardId): Promise<readonly Link[]> {
    return [...(this.#boards.get(board)?.links ?? [])];
  }

  async closeLink(board: BoardId, role: Link['role'], at: NonNullable<Link['closedAt']>): Promise<void> {
    const entry = this.#boards.get(board);
    if (entry === undefined) return;
    entry.links = entry.links.map((link) =>
      link.role === role && link.closedAt === null ? { ...link, sealed: null, closedAt: at } : link,
    );
  }

  async rotateLink(board: BoardId, link: Link, at: NonNullable<Link['closedAt']>, staying: Staying): Promise<void> {
    const entry = this.#boards.get(board);
    if (entry === undefined) throw new Error('There is no such board.');
    const before = entry.links.find(({ role, closedAt }) => role === link.role && closedAt === null);
    await this.closeLink(board, link.role, at);
    entry.links.push(link);
    if (before === undefined) return;
    for (const [token, session] of this.#sessions) {
      const stays = staying === 'everyone' || keyOf(staying) === token;
      if (stays && keyOf(session.link) === keyOf(before.hash)) session.link = link.hash;
    }
  }

  async putCode(code: ShortCode): Promise<boolean> {
    const holder = await this.code(code.hash);
    if (holder !== null && holder.board !== code.board) return false;
    this.#codes.set(code.board, code);
    return true;
  }

  async code(hash: Hash): Promise<ShortCode | null> {
    return [...this.#codes.values()].find((one) => keyOf(one.hash) === keyOf(hash)) ?? null;
  }

  async admit({ participant, joinKeyHash, session, desk }: Admission): Promise<ParticipantId> {
    const joinKey = joinKeyHash === null ? null : keyOf(joinKeyHash);
    const owner = this.#personByKey(participant.board, joinKey)?.participant.id ?? participant.id;
    const known = this.#people.get(owner);
    this.#people.set(owner, {
      participant: { ...participant, id: owner },
      joinKey: known === undefined ? joinKey : known.joinKey,
    });
    const token = keyOf(session.tokenHash);
    if (!this.#sessions.has(token)) this.#sessions.set(token, { role: session.role, owner, link: session.link });
    const name = documentName({ board: participant.board, kind: 'desk', owner });
    if (desk !== null && !this.#documents.has(name)) this.#append({ document: name, update: desk });
    return owner;
  }

  async session(tokenHash: Hash): Promise<Session | null> {
    const found = this.#sessions.get(keyOf(tokenHash));
    const participant = found && this.#people.get(found.owner)?.participant;
    if (found === undefined || participant === undefined) return null;
    const { role, link } = found;
    const cameBy = this.#boards.get(participant.board)?.links.find(({ hash }) => keyOf(hash) === keyOf(link));
    return { tokenHash, role, participant, link, isOver: cameBy === undefined || cameBy.closedAt !== null };
  }

  async participantByJoinKey(board: BoardId, joinKeyHash: Hash): Promise<Participant | null> {
    return this.#personByKey(board, keyOf(joinKeyHash))?.participant ?? null;
  }

  #personByKey(board: BoardId, joinKey: string | null): Person | undefined {
    if (joinKey === null) return undefined;
    return [...this.#people.values()].find((one) => one.participant.board === board && one.joinKey === joinKey);
  }

  async append(entries: readonly LogEntry[]): Promise<void> {
    for (const entry of entries) this.#append(entry);
  }

  #append({ document, update }: LogEntry): void {
    const paper = this.#documents.get(document) ?? { snapshot: null, tail: [] };
    paper.tail.push({ row: (this.#rows += 1) as RowId, update });
    this.#documents.set(document, paper);
  }

  async read(document: string): Promise<StoredDocument | null> {
    const paper = this.#documents.get(document);
    return paper === undefined ? null : { snapshot: paper.snapshot, tail: [...paper.tail] };
  }

  async compact({ document, basedOn, state, foldedIn }: Compaction): Promise<boolean> {
    const paper = this.#documents.get(document);
    const folded = new Set(foldedIn);
    const present = paper?.tail.filter(({ row }) => folded.has(row)).length;
    if (paper === undefined || (paper.snapshot?.version ?? 0) !== basedOn || present !== folded.size) return false;
    paper.snapshot = { version: basedOn + 1, state };
    paper.tail = paper.tail.filter(({ row }) => !folded.has(row));
    return true;
  }

  addVersion = async (version: Version, state: VersionState) => this.#versions.add(version, state);
  versions = async (board: BoardId) => this.#versions.list(board);
  versionState = async (board: BoardId, id: VersionId) => this.#versions.state(board, id);
  deleteVersions = async (board: BoardId, ids: readonly VersionId[]) =>
    this.#versions.remove(board, (id) => ids.includes(id));
  boardsChanged = async () => this.#versions.changed();
  markDeleted = async (board: BoardId, deletion: Deletion) => this.#versions.markDeleted(board, deletion);
  takeBackDeletion = async (board: BoardId, at: Millis) => this.#versions.takeBack(board, at);
  deletion = async (board: BoardId) => this.#versions.deletion(board);
  boardsGone = async (by: Millis) => this.#versions.gone(by);

  async markUse(uses: readonly Use[]): Promise<void> {
    for (const use of uses) if (this.#boards.has(use.board)) this.#versions.markUse(use);
  }

  async boardsUnused(since: Millis) {
    const all = [...this.#boards.values()].map(({ board }) => this.#versions.lastUse(board.id, board.createdAt));
    return all.filter(({ board, usedAt }) => usedAt < since && this.#versions.deletion(board) === null);
  }

  async lastUse(id: BoardId) {
    const board = await this.board(id);
    return board === null ? null : this.#versions.lastUse(id, board.createdAt);
  }

  async warn(boards: readonly BoardId[], at: Millis): Promise<void> {
    for (const id of boards) {
      const board = await this.board(id);
      if (board !== null) this.#versions.warn(id, board.createdAt, at);
    }
  }

  async purge(board: BoardId): Promise<void> {
    const isOfBoard = (name: string) => name.startsWith(`${board}/`);
    for (const name of this.#documents.keys()) if (isOfBoard(name)) this.#documents.delete(name);
    for (const [token, { owner }] of this.#sessions)
      if (this.#people.get(owner)?.participant.board === board) this.#sessions.delete(token);
    for (const [id, { participant }] of this.#people) if (participant.board === board) this.#people.delete(id);
    this.#codes.delete(board);
    this.#versions.purge(board);
    this.#boards.delete(board);
  }

  async probe(): Promise<void> {}

  async close(): Promise<void> {}
}
