import { useEffect, useState } from 'react';
import { syncAddress } from '../session/api.ts';
import { connect, type Connection } from '../session/connection.ts';
import { keepPage } from '../session/keep-page.ts';
import type { StoredSession } from '../session/stored-session.ts';

/** The board's connection, open as long as the page is shown; null before the first effect. */
export function useConnection({ joined, shared }: StoredSession): Connection | null {
  const [connection, setConnection] = useState<Connection | null>(null);
  useEffect(() => {
    const opened = connect(joined, syncAddress(joined.board.id, location.origin), { keepsCopy: !shared });
    // oxlint-disable-next-line react/set-state-in-effect -- the socket belongs to the effect, which also closes it.
    setConnection(opened);
    if (!shared && import.meta.env.PROD) void keepPage();
    return () => {
      setConnection(null);
      opened.close();
    };
  }, [joined, shared]);
  return connection;
}
