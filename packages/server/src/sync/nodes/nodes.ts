import type { Document } from '@hocuspocus/server';
import type { BoardId, PresenceId } from '@samtavla/protocol';
import type { Compaction, LogEntry, RowId, StoredDocument } from '../../storage/storage.ts';
import type { OwnNews } from '../presence.ts';

/**
 * What `Sync` tells the other nodes of this installation. What they have done comes back to it by `FromOthers`. The log is the truth
 * between them: whatever is told here may be lost, and is then read there.
 */
export type Nodes = {
  /** A board's socket has come to this node. */
  arrived(board: BoardId): void;
  left(board: BoardId): void;
  /** A document is about to be read from the log; what others write from here on is applied to it. */
  documentOpening(document: Document): void;
  documentOpened(document: Document, stored: StoredDocument): void;
  documentClosed(document: Document): void;
  /** On disk, and not yet told to anybody. */
  committed(entries: readonly LogEntry[], rows: readonly RowId[]): void;
  compacted(compaction: Compaction): void;
  /** @param by the dragger's number on this node */
  dragged(document: string, by: PresenceId, text: string): void;
  sessionsEnded(board: BoardId): void;
  presence(board: BoardId, news: OwnNews): void;
  /** What was told is on its way. */
  close(): Promise<void>;
};

/** What other nodes have done. */
export type FromOthers = {
  /** Brings a document up to what they stored; it is in the log already. */
  onStored(document: Document, stored: StoredDocument): void;
  onDrag(document: string, text: string): void;
  /** Somebody's session on this board may be over. */
  onSessions(board: BoardId): void;
  /** The log could not be read. */
  onFailure(error: unknown): void;
};

const nothing = () => {};

/** One node is all there is. */
export const ALONE: Nodes = {
  arrived: nothing,
  left: nothing,
  documentOpening: nothing,
  documentOpened: nothing,
  documentClosed: nothing,
  committed: nothing,
  compacted: nothing,
  dragged: nothing,
  sessionsEnded: nothing,
  presence: nothing,
  close: async () => {},
};
