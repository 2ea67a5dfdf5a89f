import { useEffect, useState } from 'react';
import { syncAddress } from '../session/api.ts';
import { keepConnected, type Connected, type KeptConnection } from '../session/keep-connected.ts';
import { keepPage } from '../session/keep-page.ts';
import type { StoredSession } from '../session/stored-session.ts';

export type Open = Connected &
  Pick<KeptConnection, 'discard'> & {
    /** One more with each connection: what hangs on one begins anew with the next. */
    readonly number: number;
  };

/** The board's connection, open as long as the page is shown; null before the first effect. */
export function useConnection({ joined, shared }: StoredSession): Open | null {
  const [open, setOpen] = useState<Open | null>(null);
  useEffect(() => {
    let number = 0;
    const url = syncAddress(joined.board.id, location.origin);
    const kept = keepConnected(joined, url, { keepsCopy: !shared }, (connected) =>
      // oxlint-disable-next-line react/set-state-in-effect -- the socket belongs to the effect, which also closes it.
      setOpen({ ...connected, number: (number += 1), discard: () => kept.discard() }),
    );
    if (!shared && import.meta.env.PROD) void keepPage();
    return () => {
      setOpen(null);
      kept.close();
    };
  }, [joined, shared]);
  return open;
}
