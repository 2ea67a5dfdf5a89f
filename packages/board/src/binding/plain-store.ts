/** The store port over a plain map: for tests, and for whatever takes part in a board without a canvas. */
import type { StorePort, StoreRecord, UserChange, Values } from './store-port.ts';

export type PlainStore = StorePort & {
  /** As a user does it: told to the binding. */
  put(record: StoreRecord): void;
  remove(id: string): void;
  open(id: string | null): void;
  all(): ReadonlyMap<string, StoreRecord>;
};

export function plainStore(types: Readonly<Record<string, Values>>): PlainStore {
  const records = new Map<string, StoreRecord>();
  const listeners = new Set<(changes: readonly UserChange[]) => void>();
  let openText: string | null = null;
  const change = (id: string, next: StoreRecord | null) => {
    const prev = records.get(id) ?? null;
    if (next === null) records.delete(id);
    else records.set(id, next);
    for (const listener of listeners) listener([{ id, prev, next }]);
  };
  return {
    get: (id) => records.get(id) ?? null,
    apply(put, remove) {
      for (const id of remove) records.delete(id);
      for (const record of put) records.set(record.id, record);
    },
    onUserChanges(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    openText: () => openText,
    later: (task) => task(),
    defaultProps: (type) => types[type] ?? null,
    put: (record) => change(record.id, record),
    remove: (id) => change(id, null),
    open: (id) => {
      openText = id;
    },
    all: () => records,
  };
}
