/** One key a record, its whole JSON as the value, written whenever the store says that it changed. */
import { createTLStore, type TLRecord, type TLStore } from 'tldraw';
import type * as Y from 'yjs';

export function bindNaively(doc: Y.Doc): TLStore {
  const store = createTLStore();
  const records = doc.getMap<TLRecord>('records');
  store.mergeRemoteChanges(() => store.put([...records.values()]));
  store.listen(
    ({ changes: { added, updated, removed } }) => {
      doc.transact(() => {
        for (const record of Object.values(added)) records.set(record.id, record);
        for (const [, record] of Object.values(updated)) records.set(record.id, record);
        for (const { id } of Object.values(removed)) records.delete(id);
      }, store);
    },
    { source: 'user', scope: 'document' },
  );
  records.observe(({ keys, transaction: { origin } }) => {
    if (origin === store) return;
    store.mergeRemoteChanges(() => {
      for (const id of keys.keys()) {
        const record = records.get(id);
        if (record === undefined) store.remove([id as TLRecord['id']]);
        else store.put([record]);
      }
    });
  });
  return store;
}
