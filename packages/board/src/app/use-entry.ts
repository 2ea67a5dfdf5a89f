import type { BoardId } from '@samtavla/protocol';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../session/api.ts';
import { findEntry, type Entry } from '../session/entry.ts';
import { forgetSecret, secretFromAddress } from '../session/secret.ts';
import { storedSessions, type StoredSession } from '../session/stored-session.ts';

const entryTo = (board: BoardId) =>
  findEntry({ board, secret: secretFromAddress(board), stored: storedSessions().of(board) }, api);

/** What this person meets at the board; null until it is known. */
export function useEntry(board: BoardId) {
  const [entry, setEntry] = useState<Entry | null>(null);
  useEffect(() => void entryTo(board).then(setEntry), [board]);

  const again = useCallback(() => {
    setEntry(null);
    void entryTo(board).then(setEntry);
  }, [board]);
  const enter = useCallback((session: StoredSession) => {
    storedSessions().keep(session);
    forgetSecret(session.joined.board.id);
    setEntry({ kind: 'in', session });
  }, []);
  return { entry, again, enter };
}
