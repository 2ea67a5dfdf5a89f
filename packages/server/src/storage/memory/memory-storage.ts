import {
  documentName,
  OPEN_STAGE,
  type Ballot,
  type BoardId,
  type Millis,
  type ParticipantId,
  type RecordId,
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
  RevealedNotes,
  RowId,
  Session,
  ShortCode,
  Span,
  Staying,
  Storage,
  StoredDocument,
} from '../storage.ts';
import type { StoredTemplate } from '../template-storage.ts';
import type { PersonsBallot } from '../stage-storage.ts';
import { beyond } from '../beyond.ts';
import { HeldNames } from '../held-names.ts';
import type { Use, Version, VersionState } from '../version-storage.ts';
import { MemoryVersions } from './memory-versions.ts';

type Known = { participant: Participant; joinKey: string | null; isRemoved: boolean };
type Paper = { snapshot: StoredDocument['snapshot']; tail: { row: RowId; update: Uint8Array }[] };

const ballotKey = (board: BoardId, vote: string, person: ParticipantId): string => `${board} ${vote} ${person}`;
const keyOf = (hash: Hash): string => Buffer.from(hash).toString('hex');

/** Storage without a disk, for tests. It keeps the port's contract but for surviving the process. */
export class MemoryStorage implements Storage {
  readonly #boards = new Map<BoardId, { board: Board; links: Link[] }>();
  readonly #people = new Map<ParticipantId, Known>();
  readonly #sessions = new Map<
    string,
    { role: Session['role']; owner: ParticipantId; link: Hash; createdAt: Millis }
  >();
  readonly #documents = new Map<string, Paper>();
  readonly #codes = new Map<BoardId, ShortCode>();
  readonly #names = new HeldNames();
  readonly #spans = new Map<string, readonly Span[]>();
  readonly #checksums = new WeakMap<Uint8Array, number>();
  readonly #versions = new MemoryVersions();
  readonly #templates = new Map<TemplateId, StoredTemplate>();
  readonly #stages = new Map<BoardId, { readonly stage: Stage; readonly dueAt: Millis | null }>();
  readonly #ballots = new Map<string, PersonsBallot>();
  readonly #revealed = new Map<BoardId, ReadonlySet<RecordId>>();
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

  async endLink(board: BoardId, role: Link['role'], endsAt: Link['endsAt']): Promise<boolean> {
    const entry = this.#boards.get(board);
    const isOpen = (link: Link) => link.role === role && link.closedAt === null;
    if (entry?.links.some(isOpen) !== true) return false;
    entry.links = entry.links.map((link) => (isOpen(link) ? { ...link, endsAt } : link));
    return true;
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
      isRemoved: known?.isRemoved ?? false,
    });
    const token = keyOf(session.tokenHash);
    if (!this.#sessions.has(token)) {
      const { role, link, createdAt } = session;
      this.#sessions.set(token, { role, owner, link, createdAt });
    }
    const name = documentName({ board: participant.board, kind: 'desk', owner });
    if (desk !== null && !this.#documents.has(name)) this.#append({ document: name, update: desk });
    return owner;
  }

  async session(tokenHash: Hash): Promise<Session | null> {
    const found = this.#sessions.get(keyOf(tokenHash));
    const known = found && this.#people.get(found.owner);
    if (found === undefined || known === undefined) return null;
    const { participant, isRemoved } = known;
    const { role, link } = found;
    const cameBy = this.#boards.get(participant.board)?.links.find(({ hash }) => keyOf(hash) === keyOf(link));
    const isOver = cameBy === undefined || cameBy.closedAt !== null;
    return { tokenHash, role, participant, link, isOver, endsAt: cameBy?.endsAt ?? null, isRemoved };
  }

  async participantByJoinKey(board: BoardId, joinKeyHash: Hash): Promise<Participant | null> {
    return this.#personByKey(board, keyOf(joinKeyHash))?.participant ?? null;
  }

  #personByKey(board: BoardId, joinKey: string | null): Known | undefined {
    if (joinKey === null) return undefined;
    return [...this.#people.values()].find((one) => one.participant.board === board && one.joinKey === joinKey);
  }

  async people(board: BoardId): Promise<readonly Person[]> {
    return [...this.#people.values()]
      .filter(({ participant }) => participant.board === board)
      .map(({ participant, isRemoved }) => {
        const sessions = [...this.#sessions.values()].filter(({ owner }) => owner === participant.id);
        const roles = [...new Set(sessions.map(({ role }) => role))];
        const joinedAt = Math.min(...sessions.map(({ createdAt }) => createdAt)) as Millis;
        return { participant, roles, joinedAt, isRemoved };
      })
      .toSorted((one, other) => one.joinedAt - other.joinedAt);
  }

  async removePerson({ board, person, by }: Removal): Promise<boolean> {
    const known = this.#people.get(person);
    const asking = this.#people.get(by);
    if (asking?.participant.board !== board || asking.isRemoved) return false;
    if (known?.participant.board === board) this.#people.set(person, { ...known, joinKey: null, isRemoved: true });
    return true;
  }

  async append(entries: readonly LogEntry[]): Promise<readonly RowId[]> {
    return entries.map((entry) => this.#append(entry));
  }

  async spans(document: string): Promise<readonly Span[]> {
    return [...(this.#spans.get(document) ?? [])];
  }

  #append({ document, update, spans = [], revealed }: LogEntry): RowId {
    if (revealed !== undefined) this.#reveal(revealed);
    const known = this.#spans.get(document) ?? [];
    const isNew = (span: Span) => !known.some(({ client, start }) => client === span.client && start === span.start);
    this.#spans.set(document, [...known, ...spans.filter(isNew)]);
    const paper = this.#documents.get(document) ?? { snapshot: null, tail: [] };
    const row = (this.#rows += 1) as RowId;
    paper.tail.push({ row, update });
    this.#checksums.set(update, checksumOf(update));
    this.#documents.set(document, paper);
    return row;
  }

  #reveal({ board, notes }: RevealedNotes): void {
    this.#revealed.set(board, new Set([...(this.#revealed.get(board) ?? []), ...notes]));
  }

  revealed = async (board: BoardId) => [...(this.#revealed.get(board) ?? [])];

  async read(document: string): Promise<StoredDocument | null> {
    const paper = this.#documents.get(document);
    if (paper === undefined) return null;
    const { snapshot, tail } = paper;
    return checkedDocument(
      snapshot === null ? null : { ...snapshot, checksum: this.#checksums.get(snapshot.state) ?? null },
      tail.map((one) => ({ ...one, checksum: this.#checksums.get(one.update) ?? null })),
    );
  }

  async readNew(known: readonly KnownLog[]): Promise<ReadonlyMap<string, StoredDocument>> {
    const found = new Map<string, StoredDocument>();
    for (const one of known) {
      const more = beyond(await this.read(one.document), one);
      if (more !== null) found.set(one.document, more);
    }
    return found;
  }

  async compact({ document, basedOn, state, foldedIn }: Compaction): Promise<boolean> {
    const paper = this.#documents.get(document);
    const folded = new Set(foldedIn);
    const present = paper?.tail.filter(({ row }) => folded.has(row)).length;
    if (paper === undefined || (paper.snapshot?.version ?? 0) !== basedOn || present !== folded.size) return false;
    paper.snapshot = { version: basedOn + 1, state };
    this.#checksums.set(state, checksumOf(state));
    paper.tail = paper.tail.filter(({ row }) => !folded.has(row));
    return true;
  }

  whileHolding(name: string, task: (held: AbortSignal) => Promise<void>): Promise<boolean> {
    return this.#names.whileHolding(name, task);
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

  stage = async (board: BoardId) => this.#stages.get(board)?.stage ?? null;

  async putStage(board: BoardId, stage: Stage, dueAt: Millis | null, counted?: string): Promise<boolean> {
    const before = this.#stages.get(board)?.stage ?? OPEN_STAGE;
    if (before.version !== stage.version - 1 || !this.#boards.has(board)) return false;
    this.#stages.set(board, { stage, dueAt });
    if (counted !== undefined) this.#forgetBallots((one) => one.board === board && one.vote === counted);
    return true;
  }

  async putBallot(ballot: PersonsBallot, whileVersion: number): Promise<'stored' | 'older' | 'stale'> {
    if (this.#stages.get(ballot.board)?.stage.version !== whileVersion) return 'stale';
    const key = ballotKey(ballot.board, ballot.vote, ballot.person);
    if ((this.#ballots.get(key)?.revision ?? 0) >= ballot.revision) return 'older';
    this.#ballots.set(key, ballot);
    return 'stored';
  }

  async ballot(board: BoardId, vote: string, person: ParticipantId): Promise<Ballot | null> {
    const found = this.#ballots.get(ballotKey(board, vote, person));
    return found === undefined ? null : { votes: found.votes, revision: found.revision };
  }

  async ballots(board: BoardId, vote: string): Promise<readonly Ballot[]> {
    const all = [...this.#ballots.values()].filter((one) => one.board === board && one.vote === vote);
    return all.map(({ votes, revision }) => ({ votes, revision }));
  }

  #forgetBallots(isOne: (ballot: PersonsBallot) => boolean): void {
    for (const [key, ballot] of this.#ballots) if (isOne(ballot)) this.#ballots.delete(key);
  }

  async stagesDue(by: Millis) {
    return [...this.#stages]
      .filter(([board, { dueAt }]) => dueAt !== null && dueAt <= by && this.#versions.deletion(board) === null)
      .map(([board]) => board);
  }

  async putTemplate(template: StoredTemplate): Promise<boolean> {
    if ((this.#templates.get(template.id)?.version ?? 0) !== template.version - 1) return false;
    this.#templates.set(template.id, template);
    return true;
  }

  template = async (id: TemplateId) => this.#templates.get(id) ?? null;

  async templatesForEveryone(most: number): Promise<readonly StoredTemplate[]> {
    const all = [...this.#templates.values()].filter(({ visibility }) => visibility === 'everyone');
    return all.toSorted((a, b) => b.savedAt - a.savedAt || (a.id < b.id ? -1 : 1)).slice(0, most);
  }

  removeTemplate = async (id: TemplateId) => void this.#templates.delete(id);

  async purge(board: BoardId): Promise<void> {
    const isOfBoard = (name: string) => name.startsWith(`${board}/`);
    for (const name of this.#documents.keys()) if (isOfBoard(name)) this.#documents.delete(name);
    for (const name of this.#spans.keys()) if (isOfBoard(name)) this.#spans.delete(name);
    for (const [token, { owner }] of this.#sessions)
      if (this.#people.get(owner)?.participant.board === board) this.#sessions.delete(token);
    for (const [id, { participant }] of this.#people) if (participant.board === board) this.#people.delete(id);
    this.#codes.delete(board);
    this.#versions.purge(board);
    this.#stages.delete(board);
    this.#revealed.delete(board);
    this.#forgetBallots((one) => one.board === board);
    this.#boards.delete(board);
  }

  async probe(): Promise<void> {}

  async close(): Promise<void> {}
}
