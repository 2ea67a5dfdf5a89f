import type { onAuthenticatePayload } from '@hocuspocus/server';
import {
  accessTo,
  parseDocumentName,
  REFUSALS,
  type BoardId,
  type Limits,
  type Millis,
  type RefusalCode,
  type Stage,
} from '@samtavla/protocol';
import type { Logger } from 'pino';
import type { Admission } from '../links/admission.ts';
import type { Census, Watch } from '../metrics/watch.ts';
import { Refused } from '../refused.ts';
import type { StorageCorrupt } from '../storage/storage-error.ts';
import type { Storage } from '../storage/storage.ts';
import { BoardSocket, type Line } from './board-socket.ts';
import type { CompactionRows } from './compaction.ts';
import { relayDrag, showDrag } from './drags.ts';
import { textOfStateless } from './frame.ts';
import { ALONE, type Nodes } from './nodes/nodes.ts';
import { SeveralNodes } from './nodes/several-nodes.ts';
import type { SocketContext } from './open-documents.ts';
import { OpenStages } from './open-stages.ts';
import { Presence } from './presence.ts';
import { Pulse } from './pulse.ts';
import { Refusing } from './refusing.ts';
import { SessionEnds } from './session-ends.ts';
import { StorageHealth } from './storage-health.ts';
import { StoredDocuments } from './stored-documents.ts';

export type SyncParts = {
  readonly storage: Storage;
  readonly admission: Admission;
  readonly log: Logger;
  readonly limits: Limits;
  readonly now: () => Millis;
  readonly compactAt?: CompactionRows | undefined;
  /** Where other nodes on the same storage are told what this one does; null: there are none. */
  readonly nodes: { readonly redisUrl: string; readonly secretKey: string } | null;
  readonly watch: Watch;
  /** Told of every update that goes to the log. */
  readonly onAppend?: (document: string) => void;
  /** Told of the stage of a board that nobody had open here. */
  readonly onBoardOpened: (board: BoardId, stage: Stage) => void;
  /** The database is damaged: nothing can be trusted to be stored from here on. */
  readonly onCorrupt: (error: StorageCorrupt) => void;
};

/** The sockets, who may do what over them, and who is here. */
export class Sync {
  readonly health: StorageHealth;
  readonly documents: StoredDocuments;
  readonly stages: OpenStages;
  readonly #parts: SyncParts;
  readonly #refusing: Refusing;
  readonly #pulse = new Pulse();
  readonly #presence: Presence;
  readonly #nodes: Nodes;
  readonly #ends: SessionEnds;
  #isClosing = false;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.health = new StorageHealth(parts.storage);
    this.#refusing = new Refusing({ ...parts, health: this.health });
    this.#presence = new Presence(parts.limits, parts.now, (board, news) => this.#nodes.presence(board, news));
    this.#nodes = parts.nodes === null ? ALONE : this.#severalNodes(parts.nodes);
    this.#ends = new SessionEnds(parts.now, (socket) => void this.#endIfOver(socket));
    this.documents = new StoredDocuments({
      ...parts,
      health: this.health,
      nodes: this.#nodes,
      refusing: this.#refusing,
      authenticate: (payload) => this.#authenticate(payload),
      mayWrite: (socket, document) => this.#mayWrite(socket, document),
    });
    this.stages = new OpenStages({ ...parts, documents: this.documents, onOpened: parts.onBoardOpened });
  }

  /** Takes over a socket that was opened for a board. */
  accept(line: Line, board: BoardId, request: Request): void {
    const socket: BoardSocket = new BoardSocket(line, board, this.#parts.limits, {
      onFrame: (bytes) => client.handleMessage(bytes),
      onDrag: (document, bytes) => this.#relayDrag(document, socket, bytes),
      onTold: (told) => this.#presence.told(socket, told),
      onClosed: (why) => {
        this.#presence.left(socket);
        this.#nodes.left(board);
        this.#ends.forget(socket);
        this.#pulse.remove(socket);
        this.stages.left(board);
        client.handleClose();
        if (why !== null) this.#closed(board, why);
      },
      deliver: (document, from, send) => this.documents.deliver(document, from, send),
    });
    const client = this.documents.connect(socket, request);
    this.#pulse.add(socket);
    this.stages.arrived(board);
    this.#nodes.arrived(board);
    if (this.#isClosing) socket.refuse('shutting-down');
    else if (this.health.isDown) socket.refuse('storage-unavailable');
  }

  /** Closes a socket that leads nowhere. */
  turnAway(line: Pick<Line, 'close'>, code: RefusalCode): void {
    line.close(REFUSALS[code].close, code);
    this.#closed(null, code);
  }

  #closed(board: BoardId | null, code: RefusalCode): void {
    this.#parts.watch.refused('socket', code);
    this.#parts.log.info({ board, code }, 'closed a socket');
  }

  census(): Census {
    const inside = [...this.#pulse.sockets].filter(({ isIn }) => isIn);
    return {
      people: inside.length,
      boards: new Set(inside.map(({ board }) => board)).size,
      documents: this.documents.number,
      canStore: !this.health.isDown,
    };
  }

  /** Boards that somebody has open. */
  boardsOpen(): ReadonlySet<BoardId> {
    return new Set([...this.#pulse.sockets].map(({ board }) => board));
  }

  /** Closes the sockets of whoever's session is over, on every node: what storage says now decides, not what it said when they came. */
  async endOverSessions(board: BoardId): Promise<void> {
    this.#nodes.sessionsEnded(board);
    await this.#endOverSessionsHere(board);
  }

  async #endOverSessionsHere(board: BoardId): Promise<void> {
    const sockets = [...this.#pulse.sockets].filter((socket) => socket.board === board);
    await Promise.all(sockets.map((socket) => this.#endIfOver(socket)));
  }

  /** Where it cannot be found out now, they come again, and are asked then. */
  async #endIfOver(socket: BoardSocket): Promise<void> {
    this.#ends.forget(socket);
    await this.#refusing.run(socket, () => this.#checkTokens(socket)).catch(() => {});
  }

  /** Refuses what is over; what ends later is looked at again then. */
  async #checkTokens(socket: BoardSocket): Promise<void> {
    for (const token of socket.tokens) {
      const session = await this.#parts.admission.session(socket.board, token);
      this.#ends.expect(socket, session?.endsAt ?? null);
    }
  }

  /** Stores what is under way, closes every socket and waits for what goes on behind. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const compacted = this.documents.stopCompacting();
    await this.documents.stored();
    for (const socket of this.#pulse.sockets) socket.refuse('shutting-down');
    await this.documents.stored();
    await compacted;
    await this.#nodes.close();
    this.#pulse.stop();
    this.health.stop();
  }

  #severalNodes(nodes: NonNullable<SyncParts['nodes']>): Nodes {
    const { storage, log, limits } = this.#parts;
    return new SeveralNodes({
      ...nodes,
      storage,
      log,
      presence: this.#presence,
      presenceMillis: limits.presenceMillis,
      fromOthers: {
        onStored: (document, stored) => this.documents.takeStored(document, stored),
        onDrag: (name, text) => showDrag(this.documents.get(name), text),
        onSessions: (board) => void this.#endOverSessionsHere(board),
        onFailure: (error) => void this.#refusing.refusalOf(error),
      },
    });
  }

  #relayDrag(name: string, from: BoardSocket, bytes: Uint8Array): void {
    if (this.#mayWrite(from, name) && relayDrag(this.documents.get(name), from, bytes))
      this.#nodes.dragged(name, this.#presence.idOf(from), textOfStateless(bytes));
  }

  async #authenticate(payload: onAuthenticatePayload<SocketContext>): Promise<void> {
    const { token, documentName, connectionConfig, context } = payload;
    const { socket } = context;
    const address = parseDocumentName(documentName);
    if (socket === undefined || address === null) throw new Refused('bad-frame');
    if (this.health.isDown) throw new Refused('storage-unavailable');
    // Before the session is looked for: a link that is closed meanwhile ends this socket too.
    socket.tokens.add(token);
    const session = await this.#parts.admission.session(socket.board, token);
    if (session === null) throw new Refused(await this.#whyNoSession(socket.board));
    const openedAs = { role: session.role, self: session.participant.id, address };
    const access = accessTo(openedAs.role, openedAs.self, address);
    if (access === 'none') throw new Refused('not-allowed');
    // What else holds from moment to moment is looked up with each message.
    connectionConfig.readOnly = access === 'read';
    socket.roles.set(documentName, openedAs);
    // On an anonymous board nothing stored may lead from a person to what they wrote.
    if (session.participant.name !== null) socket.people.set(documentName, session.participant.id);
    await this.stages.open(socket.board);
    socket.authenticated();
    this.#ends.expect(socket, session.endsAt);
    if (address.kind === 'stage') this.#presence.letIn(socket, session.participant, session.role);
  }

  #mayWrite(socket: BoardSocket, document: string): boolean {
    const openedAs = socket.roles.get(document);
    if (openedAs === undefined) return false;
    const stage = this.stages.now(socket.board);
    if (stage === null) {
      // It was dropped with what could not be stored of it: they come again, and it is read anew.
      socket.refuse('internal');
      return false;
    }
    const { role, self, address } = openedAs;
    return accessTo(role, self, address, stage.canvas) === 'write';
  }

  async #whyNoSession(board: BoardId): Promise<RefusalCode> {
    return (await this.#parts.storage.board(board)) === null ? 'board-unknown' : 'session-unknown';
  }
}
