/**
 * What the server keeps, behind one port. Contract for every adapter (`storage.contract.ts` in the tests holds them to it):
 *
 * - A resolved write is on disk: it survives the process being killed and the machine losing power.
 * - Each call is one transaction: all of it is stored, or nothing.
 * - A call that cannot be carried out now rejects with `StorageUnavailable` and may be tried again; `StorageCorrupt` is the end.
 * - Writes take effect in the order in which they were made, and a read sees every write that was called before it.
 * - Byte arrays and records handed in are not changed afterwards by either side.
 */
import type { BoardId, Millis, ParticipantId, Perspective, RecordId, Role } from '@samtavla/protocol';
import type { Locale } from '@samtavla/templates';
import type { DeletionStorage } from './deletion-storage.ts';
import type { StageStorage } from './stage-storage.ts';
import type { TemplateStorage } from './template-storage.ts';
import type { VersionStorage } from './version-storage.ts';

/** What a board was made as. Title and language may change afterwards: `plan` is their truth, these are for lists. */
export type Board = {
  readonly id: BoardId;
  readonly title: string;
  readonly template: string;
  readonly preset: string;
  readonly locale: Locale;
  readonly anonymous: boolean;
  readonly createdAt: Millis;
};

export type Link = {
  readonly role: Role;
  /** SHA-256 of the secret. No two links have the same. */
  readonly hash: Hash;
  /** The secret, encrypted, so that it can be shown again; null for the facilitator's, and for a closed one. */
  readonly sealed: Uint8Array | null;
  readonly closedAt: Millis | null;
  /** From when on it lets nobody in, and those who came by it are out; null: no end. It may be moved, also when it has passed. */
  readonly endsAt: Millis | null;
};

/** What a board shows to be typed instead of its participants' link. */
export type ShortCode = {
  readonly board: BoardId;
  /** With a key that is not in the database: there are too few codes for a plain hash to hide one. */
  readonly hash: Hash;
  /** The hash of the link that it leads to. */
  readonly link: Hash;
  readonly expiresAt: Millis;
};

/** Whose sessions go over to a new link: everybody's of the link before it, or the one with this token. */
export type Staying = 'everyone' | Hash;

export type Participant = {
  readonly id: ParticipantId;
  readonly board: BoardId;
  /** Null on an anonymous board. */
  readonly name: string | null;
  readonly perspective: Perspective;
};

/** A person with the role they came in with. One person may have several: each link they used, each retry. */
export type Session = {
  readonly tokenHash: Hash;
  readonly role: Role;
  readonly participant: Participant;
  /** The hash of the link they came by. */
  readonly link: Hash;
  /** A session lasts as long as its link is open. */
  readonly isOver: boolean;
  /** When its link ends, which whoever uses the session compares with the time. */
  readonly endsAt: Millis | null;
  /** A facilitator has removed the person: none of their sessions counts any more, nor any that comes too late. */
  readonly isRemoved: boolean;
};

/** Somebody who came to a board, whether or not they are there now. */
export type Person = {
  readonly participant: Participant;
  /** Those they ever came in with. */
  readonly roles: readonly Role[];
  readonly joinedAt: Millis;
  readonly isRemoved: boolean;
};

export type Removal = {
  readonly board: BoardId;
  readonly person: ParticipantId;
  readonly by: ParticipantId;
  readonly at: Millis;
};

/** SHA-256 of a secret, token or join key: the database alone lets nobody in. */
export type Hash = Uint8Array;

export type Admission = {
  readonly participant: Participant;
  /** Null for a person who is known already, and for a client that made no key. */
  readonly joinKeyHash: Hash | null;
  readonly session: Pick<Session, 'tokenHash' | 'role' | 'link'> & { readonly createdAt: Millis };
  /** The first update of the person's desk, stored when the desk has none; null for a role that has no desk. */
  readonly desk: Uint8Array | null;
};

/** From this clock on, to where the next span of the same client begins, a Yjs client's structs were sent by this person. */
export type Span = { readonly client: number; readonly start: number; readonly person: ParticipantId };

/** One Yjs update (V1) of one document, and what goes with it. */
export type LogEntry = {
  readonly document: string;
  readonly update: Uint8Array;
  /** What it begins of somebody's writing. */
  readonly spans?: readonly Span[];
  /** What it puts on a canvas of what was written on desks. */
  readonly revealed?: RevealedNotes;
};

export type RevealedNotes = { readonly board: BoardId; readonly notes: readonly RecordId[] };

declare const row: unique symbol;
export type RowId = number & { readonly [row]: true };

export type StoredDocument = {
  /** A Yjs update (V2) that holds every row compacted so far; `version` grows by one with each compaction, from 1. */
  readonly snapshot: { readonly version: number; readonly state: Uint8Array } | null;
  /** The rows since, in the order they were appended. */
  readonly tail: readonly { readonly row: RowId; readonly update: Uint8Array }[];
  /** Some of it is not what was stored. The bytes are given as they are now, for nobody to build on. */
  readonly isDamaged?: true;
};

/** What somebody has read of a document's log. */
export type KnownLog = {
  readonly document: string;
  /** The snapshot's version, 0 for none. */
  readonly version: number;
  readonly rows: ReadonlySet<RowId>;
};

export type Compaction = {
  readonly document: string;
  /** The version of the snapshot that was read, 0 for none. */
  readonly basedOn: number;
  readonly state: Uint8Array;
  /** Exactly the rows that `state` holds: rows that came meanwhile stay. */
  readonly foldedIn: readonly RowId[];
  /** What was deleted from the document is not to be left in the database's files. */
  readonly leavesNothing?: boolean;
};

export type Storage = VersionStorage &
  DeletionStorage &
  StageStorage &
  TemplateStorage & {
    createBoard(board: Board, links: readonly Link[], documents: readonly LogEntry[]): Promise<void>;
    board(id: BoardId): Promise<Board | null>;
    /** All there ever were, of which at most one a role is open; empty for a board that does not exist. */
    links(board: BoardId): Promise<readonly Link[]>;
    /** Closes the role's open link, if there is one, and with it the sessions that came by it. */
    closeLink(board: BoardId, role: Role, at: Millis): Promise<void>;
    /** Gives the role's open link another end, or none. False, and nothing done, when it has no open link. */
    endLink(board: BoardId, role: Role, endsAt: Millis | null): Promise<boolean>;
    /** Puts a link in the place of its role's open one, if there is one, which is closed. */
    rotateLink(board: BoardId, link: Link, at: Millis, staying: Staying): Promise<void>;

    /** Puts a code in the place of the board's earlier one. False, and nothing done, when it is another board's. */
    putCode(code: ShortCode): Promise<boolean>;
    /** Null when no board has it; whether it has expired, or its link is closed, is for the caller to see. */
    code(hash: Hash): Promise<ShortCode | null>;

    /**
     * Stores a person, or their new name and perspective, and a session of theirs; a token that has a session keeps it. A join key
     * that is already somebody's on this board gives the session to them. Resolves to whose it became.
     */
    admit(admission: Admission): Promise<ParticipantId>;
    session(tokenHash: Hash): Promise<Session | null>;
    participantByJoinKey(board: BoardId, joinKeyHash: Hash): Promise<Participant | null>;

    /** Everybody who ever came to the board, in the order in which they did. */
    people(board: BoardId): Promise<readonly Person[]>;
    /**
     * Removes a person: their sessions are over, and their join key is nobody's. False, and nothing done, when who asks has been
     * removed: of two who remove each other at the same moment one stays.
     */
    removePerson(removal: Removal): Promise<boolean>;

    /** Entries of several documents, stored together in this order. Resolves to their rows. */
    append(entries: readonly LogEntry[]): Promise<readonly RowId[]>;
    /** Who wrote what of a document; of two spans that begin at the same place the first one stored. Compaction leaves them. */
    spans(document: string): Promise<readonly Span[]>;
    /** Null for a document nobody ever wrote: an existing one is never empty. */
    read(document: string): Promise<StoredDocument | null>;
    /**
     * What documents have beyond what is known of them, by name; one with nothing new is not there. Where the snapshot is another it is
     * all of the document, else its rows alone, with no snapshot. Rows are told by their ids, never by the order of these: of two servers
     * on one database, the one with the higher id may have been first to commit.
     */
    readNew(known: readonly KnownLog[]): Promise<ReadonlyMap<string, StoredDocument>>;
    /** False, and nothing done, when another compaction came between: its snapshot or its rows are not what was read. */
    compact(compaction: Compaction): Promise<boolean>;

    /**
     * Does a task of the server's own while holding its name, which one holds at a time, of all that use this database; false, and nothing
     * done, when another does. A holder that dies lets go. `held` is aborted when the name was lost on the way: from there on another may
     * be at it.
     */
    whileHolding(name: string, task: (held: AbortSignal) => Promise<void>): Promise<boolean>;

    /** Resolves when a write reaches the disk again. */
    probe(): Promise<void>;
    close(): Promise<void>;
  };
