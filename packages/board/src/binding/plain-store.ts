/** The store port over a plain map: for tests, and for whatever takes part in a board without a canvas. */
import type { StorePort, StoreRecord, UserChange, Values } from './store-port.ts';

export type PlainStore = StorePort & {
  /** As a user does it: told to the binding. */
  put(record: StoreRecord): void;
  remove(id: string): void;
  /** Several at once, told as the one operation that they are. */
  operate(put: readonly StoreRecord[], remove: readonly string[]): void;
  open(id: string | null): void;
  /** Begins a gesture, or ends it. */
  gesture(isOn: boolean): void;
  /** The page is hidden, in the middle of a gesture or not. */
  pageMayGo(): void;
  all(): ReadonlyMap<string, StoreRecord>;
};

export function plainStore(types: Readonly<Record<string, Values>>): PlainStore {
  const records = new Map<string, StoreRecord>();
  const listeners = new Set<(changes: readonly UserChange[]) => void>();
  const enders = new Set<() => void>();
  let openText: string | null = null;
  let inGesture = false;
  const operate: PlainStore['operate'] = (put, remove) => {
    const changes: UserChange[] = [
      ...remove.map((id) => ({ id, prev: records.get(id) ?? null, next: null })),
      ...put.map((next) => ({ id: next.id, prev: records.get(next.id) ?? null, next })),
    ];
    for (const { id, next } of changes) {
      if (next === null) records.delete(id);
      else records.set(id, next);
    }
    for (const listener of listeners) listener(changes);
  };
  const port: PlainStore = {
    get: (id) => records.get(id) ?? null,
    apply(put, remove) {
      for (const id of remove) records.delete(id);
      for (const record of put) records.set(record.id, record);
    },
    move(places) {
      for (const place of places) {
        const record = records.get(place.id);
        if (record !== undefined) records.set(place.id, { ...record, ...place });
      }
    },
    isInGesture: () => inGesture,
    onGestureEnd(listener) {
      enders.add(listener);
      return () => void enders.delete(listener);
    },
    callOffGesture() {
      queueMicrotask(() => {
        if (inGesture) port.gesture(false);
      });
    },
    pageMayGo() {
      for (const listener of enders) listener();
    },
    gesture(isOn) {
      inGesture = isOn;
      if (!isOn) for (const listener of enders) listener();
    },
    onUserChanges(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    openText: () => openText,
    later: (task) => task(),
    defaultProps: (type) => types[type] ?? null,
    put: (record) => operate([record], []),
    remove: (id) => operate([], [id]),
    operate,
    open: (id) => {
      openText = id;
    },
    all: () => records,
  };
  return port;
}
