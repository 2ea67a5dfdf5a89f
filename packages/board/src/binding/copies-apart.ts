/**
 * What Yjs brings back it makes anew, as a copy of what was there, and a copy may become one piece with its neighbour. Taking back a
 * step Yjs first gathers the pieces to bring back, and then looks, piece by piece, for the copies beside them, cutting them out where
 * they have become one with something else: what it cuts off then is not among those it has gathered, and is lost.
 */
import * as Y from 'yjs';

/** Cuts all copies out beforehand; they may grow together again when the transaction ends. */
export function keepCopiesApart(transaction: Y.Transaction): void {
  const copies = Y.createDeleteSet();
  for (const structs of transaction.doc.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.redone === null) continue;
      const { client, clock } = struct.redone;
      const ranges = copies.clients.get(client) ?? [];
      ranges.push({ clock, len: struct.length });
      copies.clients.set(client, ranges);
    }
  }
  Y.iterateDeletedStructs(transaction, copies, () => {});
}
