/** What the user changed in tldraw's store, told once an operation is over. */
import type { TLStore } from 'tldraw';
import type { StoreRecord, UserChange } from '../binding/store-port.ts';

type Listener = (changes: readonly UserChange[]) => void;

export type UserChanges = {
  /** True while a listener is being told: the store is then in the middle of an operation, and takes no remote changes. */
  readonly isTelling: () => boolean;
  /** Returns the way to stop. Whatever changes shapes on its own account must be registered before. */
  readonly subscribe: (listener: Listener) => () => void;
};

export function userChangesOf(store: TLStore): UserChanges {
  let telling = false;
  const subscribe = (listener: Listener): (() => void) => {
    let changes = new Map<string, UserChange>();
    const collect = (prev: StoreRecord | null, next: StoreRecord | null, source: 'user' | 'remote') => {
      const id = (next ?? prev)?.id;
      if (source !== 'user' || id === undefined) return;
      const earlier = changes.get(id);
      changes.set(id, { id, prev: earlier === undefined ? prev : earlier.prev, next });
    };
    const tell = () => {
      const [held, told] = partition([...changes.values()], isUnfinished);
      changes = new Map(held.map((change) => [change.id, change]));
      const happened = told.filter(({ prev, next }) => prev !== null || next !== null);
      if (happened.length === 0) return;
      telling = true;
      try {
        listener(happened);
      } finally {
        telling = false;
      }
    };
    const { sideEffects } = store;
    const stops = (['shape', 'binding'] as const).flatMap((type) => [
      sideEffects.registerAfterCreateHandler(type, (next, source) => collect(null, record(next), source)),
      sideEffects.registerAfterChangeHandler(type, (prev, next, source) => collect(record(prev), record(next), source)),
      sideEffects.registerAfterDeleteHandler(type, (prev, source) => collect(record(prev), null, source)),
    ]);
    stops.push(sideEffects.registerOperationCompleteHandler(tell));
    return () => {
      for (const stop of stops) stop();
    };
  };
  return { isTelling: () => telling, subscribe };
}

/** A stroke holds all its points in one property: written at each movement of the pen, it would be sent anew each time. */
const isUnfinished = ({ next }: UserChange): boolean => next?.props['isComplete'] === false;

function partition<T>(all: readonly T[], is: (each: T) => boolean): [T[], T[]] {
  const [those, others]: [T[], T[]] = [[], []];
  for (const each of all) (is(each) ? those : others).push(each);
  return [those, others];
}

/** tldraw's shapes and bindings have the port's form already; only their branded types differ. */
const record = (value: unknown): StoreRecord => value as StoreRecord;
