/** tldraw's store behind the binding's port. */
import {
  atom,
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  type TLAnyShapeUtilConstructor,
  type TLAssetStore,
  type TLRecord,
  type TLShape,
  type TLStore,
} from 'tldraw';
import type { StorePort, StoreRecord } from '../binding/store-port.ts';
import { ImageUtil } from './image/image-util.tsx';
import { whenIdle } from '../ui/when-idle.ts';
import { NoteUtil } from './note/note-util.tsx';
import { ThemeUtil } from './theme/theme-util.tsx';
import { userChangesOf } from './user-changes.ts';
import { ZoneUtil } from './zone/zone-util.tsx';

/** Our own shapes, beside tldraw's or in the place of one of its. */
export const SHAPE_UTILS = [NoteUtil, ThemeUtil, ZoneUtil, ImageUtil];

/** tldraw is not compiled with exact optional properties, and its own list does not fit its own type with them. */
const STOCK_SHAPE_UTILS = defaultShapeUtils as unknown as readonly TLAnyShapeUtilConstructor[];

/**
 * What a board does not show, whoever wrote it: it plays, frames or pictures another site's. tldraw's own interface keeps knowing them,
 * so they stay in the schema.
 */
export const TYPES_LEFT_OUT: ReadonlySet<string> = new Set(['embed', 'bookmark', 'video']);

export function createBoardStore(assets: TLAssetStore): TLStore {
  const own = new Set<string>(SHAPE_UTILS.map(({ type }) => type));
  const shapeUtils = [...STOCK_SHAPE_UTILS.filter((util) => !own.has(String(util.type))), ...SHAPE_UTILS];
  return createTLStore({
    shapeUtils,
    bindingUtils: defaultBindingUtils,
    assets,
    // With it tldraw offers what is for several people: the bubble at the cursor. Whether the line is up, the page's own bar says.
    collaboration: { status: atom('line', 'online'), mode: null },
  });
}

/** What only the editor can say. */
export type EditorAnswers = Pick<
  StorePort,
  'openText' | 'defaultProps' | 'isInGesture' | 'onGestureEnd' | 'callOffGesture'
> & {
  readonly isDrawable: (record: StoreRecord) => boolean;
};

/** Puts records that were validated one by one already: to do it again takes longer than all else. */
function putTried(store: TLStore, records: TLRecord[]): void {
  const { schema } = store;
  const validateRecord = schema.validateRecord.bind(schema);
  schema.validateRecord = (_store, record) => record;
  try {
    store.put(records);
  } finally {
    schema.validateRecord = validateRecord;
  }
}

export function storePort(store: TLStore, { isDrawable, ...answers }: EditorAnswers): StorePort {
  const changes = userChangesOf(store);
  const apply: StorePort['apply'] = (put, remove) => {
    store.mergeRemoteChanges(() => {
      store.remove(remove as TLRecord['id'][]);
      putTried(store, put.filter(isDrawable) as unknown as TLRecord[]);
    });
  };
  const move: StorePort['move'] = (places) => {
    const moved = places.flatMap((place) => {
      const shape = store.get(place.id as TLShape['id']);
      return shape === undefined ? [] : [{ ...shape, ...place, id: shape.id }];
    });
    store.mergeRemoteChanges(() => store.put(moved));
  };
  // The store refuses to merge in the middle of an operation; what a change of the user's entails follows right after.
  const afterTelling = (merge: () => void) => (changes.isTelling() ? queueMicrotask(merge) : merge());
  return {
    ...answers,
    get: (id) => (store.get(id as TLRecord['id']) as StoreRecord | undefined) ?? null,
    apply: (put, remove) => afterTelling(() => apply(put, remove)),
    move: (places) => afterTelling(() => move(places)),
    onUserChanges: changes.subscribe,
    later: whenIdle,
  };
}
