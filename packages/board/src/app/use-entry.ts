import type { BoardId } from '@samtavla/protocol';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../session/api.ts';
import { hasCopy, wipeCopies } from '../session/copy/copies-of-board.ts';
import { findEntry, type Entry } from '../session/entry.ts';
import { forgetSecret, secretFromAddress } from '../session/secret.ts';
import { storedSessions, type StoredSession } from '../session/stored-session.ts';

async function entryTo(board: BoardId, looksForCopy: boolean): Promise<Entry> {
  const stored = storedSessions().of(board);
  const copied = looksForCopy && stored !== null && !stored.shared && (await hasCopy(board));
  return findEntry({ board, secret: secretFromAddress(board), stored, hasCopy: copied }, api);
}

/** What this person meets at the board; null until it is known. */
export function useEntry(board: BoardId) {
  const [entry, setEntry] = useState<Entry | null>(null);
  useEffect(() => void entryTo(board, true).then(setEntry), [board]);

  const again = useCallback(() => {
    setEntry(null);
    // A person who asks again wants the server's answer, not the copy that had its session ended.
    void entryTo(board, false).then(setEntry);
  }, [board]);
  const enter = useCallback((session: StoredSession) => {
    const { id } = session.joined.board;
    storedSessions().keep(session);
    forgetSecret(id);
    // Somebody else's visit may have left one.
    if (session.shared) void wipeCopies(id);
    setEntry({ kind: 'in', session });
  }, []);
  return { entry, again, enter };
}
