/** tldraw's store behind the binding's port. */
import {
  defaultBindingUtils,
  defaultShapeUtils,
  createTLStore,
  type TLAnyShapeUtilConstructor,
  type TLRecord,
  type TLStore,
} from 'tldraw';
import type { StorePort, StoreRecord, UserChange } from '../binding/store-port.ts';
import { NoteUtil } from './note/note-util.tsx';
import { ZoneUtil } from './zone/zone-util.tsx';

/** Our own shapes, beside tldraw's. */
export const SHAPE_UTILS = [NoteUtil, ZoneUtil];

/** tldraw is not compiled with exact optional properties, and its own list does not fit its own type with them. */
const STOCK_SHAPE_UTILS = defaultShapeUtils as unknown as readonly TLAnyShapeUtilConstructor[];

export type BoardStore = {
  readonly tldraw: TLStore;
  readonly port: StorePort;
  /** How many records of the board cannot be shown here. */
  skipped(): number;
  /** Says, from the editor once it is there, which shape's text is open and what props a type has by default. */
  attach(editor: Pick<StorePort, 'openText' | 'defaultProps'>): void;
};

export function createBoardStore(): BoardStore {
  const tldraw = createTLStore({
    shapeUtils: [...STOCK_SHAPE_UTILS, ...SHAPE_UTILS],
    bindingUtils: defaultBindingUtils,
  });
  const skipped = new Set<string>();
  let editor: Pick<StorePort, 'openText' | 'defaultProps'> = { openText: () => null, defaultProps: () => null };
  const collector = collectUserChanges(tldraw);

  const apply: StorePort['apply'] = (put, remove) => {
    const valid = put.filter((record) => {
      const shown = isValid(tldraw, record);
      if (shown) skipped.delete(record.id);
      else skipped.add(record.id);
      return shown;
    });
    tldraw.mergeRemoteChanges(() => {
      tldraw.remove(remove as TLRecord['id'][]);
      tldraw.put(valid as unknown as TLRecord[]);
    });
  };
  return {
    tldraw,
    skipped: () => skipped.size,
    attach(given) {
      editor = given;
    },
    port: {
      get: (id) => (tldraw.get(id as TLRecord['id']) as StoreRecord | undefined) ?? null,
      // The store refuses to merge in the middle of an operation; what a change of the user's entails follows right after.
      apply: (put, remove) => (collector.isTelling() ? queueMicrotask(() => apply(put, remove)) : apply(put, remove)),
      onUserChanges: (listener) => collector.onUserChanges(listener),
      openText: () => editor.openText(),
      defaultProps: (type) => editor.defaultProps(type),
    },
  };
}

/** Each record is tried alone: one that tldraw refuses would take the whole batch with it. */
function isValid(store: TLStore, record: StoreRecord): boolean {
  try {
    store.schema.validateRecord(store, record as unknown as TLRecord, 'createRecord', null);
    return true;
  } catch {
    return false;
  }
}

/** Collects the user's changes of shapes and of what ties arrows to them, and tells of them once an operation is over. */
function collectUserChanges(store: TLStore) {
  let telling = false;
  return {
    isTelling: () => telling,
    onUserChanges(listener: (changes: readonly UserChange[]) => void): () => void {
      let changes = new Map<string, UserChange>();
      const collect = (prev: StoreRecord | null, next: StoreRecord | null, source: 'user' | 'remote') => {
        const id = (next ?? prev)?.id;
        if (source !== 'user' || id === undefined) return;
        const earlier = changes.get(id);
        changes.set(id, { id, prev: earlier === undefined ? prev : earlier.prev, next });
      };
      const tell = () => {
        if (changes.size === 0) return;
        const told = [...changes.values()].filter(({ prev, next }) => prev !== null || next !== null);
        changes = new Map();
        telling = true;
        try {
          listener(told);
        } finally {
          telling = false;
        }
      };
      const { sideEffects } = store;
      const stops = (['shape', 'binding'] as const).flatMap((type) => [
        sideEffects.registerAfterCreateHandler(type, (next, source) => collect(null, record(next), source)),
        sideEffects.registerAfterChangeHandler(type, (prev, next, source) =>
          collect(record(prev), record(next), source),
        ),
        sideEffects.registerAfterDeleteHandler(type, (prev, source) => collect(record(prev), null, source)),
      ]);
      stops.push(sideEffects.registerOperationCompleteHandler(tell));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** tldraw's shapes and bindings have the port's form already; only their branded types differ. */
const record = (value: unknown): StoreRecord => value as StoreRecord;
