import type { Point } from '@samtavla/protocol';

/** Somebody in a room, with a note that they move: the commonest edit there is, a few dozen bytes. */
export type Member = {
  readonly note: string;
  /** Moves the note; the mark stands where its x does, for whoever sees the move. */
  move(mark: number): void;
  /**
   * Calls back with the mark of a move of somebody else's note, and the note, until what it returns is called. Of moves that came
   * in one message, the last alone.
   */
  onOthersMove(seen: (mark: number, note: string) => void): () => void;
  /** Shows the others where this person points. */
  point(cursor: Point): void;
  /** Else what comes is counted and not read: one process cannot read for as many people as a server can serve. */
  readonly reads: boolean;
  /** All that came over the line, the WebSocket's own frames and handshake with it. */
  readonly bytesReceived: number;
  readonly isOpen: boolean;
  close(): void;
};
