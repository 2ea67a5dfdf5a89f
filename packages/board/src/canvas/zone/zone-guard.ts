/**
 * Zones cannot be touched outside «rediger felt»: not selected, moved, changed or deleted, by whatever way (select all, a menu,
 * the keyboard). This keeps hands from slipping; that participants cannot change zones at all is the document's doing.
 */
import { isShapeId, type Editor, type TLShape } from 'tldraw';
import { ZONE_TYPE } from '../../binding/record-codec.ts';

const isZone = (shape: TLShape | undefined): boolean => shape?.type === (ZONE_TYPE as string);

export type ZoneGuard = {
  /** Opens or closes «rediger felt». */
  setArranging(arranging: boolean): void;
  close(): void;
};

export function guardZones(editor: Editor): ZoneGuard {
  let arranging = false;
  const stray = new Set<TLShape['id']>();
  const { sideEffects } = editor;
  const isGuarded = (shape: TLShape, source: 'user' | 'remote') => source === 'user' && !arranging && isZone(shape);

  const stops = [
    sideEffects.registerBeforeChangeHandler('shape', (prev, next, source) => {
      if (isGuarded(prev, source)) return prev;
      // What comes from the document is always locked; here the mode decides.
      return arranging && isZone(next) && next.isLocked ? { ...next, isLocked: false } : next;
    }),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      isGuarded(shape, source) && !stray.has(shape.id) ? false : undefined,
    ),
    // A pasted zone is no zone unless zones are being arranged. It goes again in the same operation, so that nobody is told of it.
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (!isGuarded(shape, source)) return;
      stray.add(shape.id);
      editor.store.remove([shape.id]);
      stray.delete(shape.id);
    }),
    sideEffects.registerBeforeChangeHandler('instance_page_state', (_prev, next) => {
      if (arranging || !next.selectedShapeIds.some((id) => isZone(editor.getShape(id)))) return next;
      return { ...next, selectedShapeIds: next.selectedShapeIds.filter((id) => !isZone(editor.getShape(id))) };
    }),
  ];

  return {
    setArranging(next) {
      arranging = next;
      editor.selectNone();
      const zones = editor.getCurrentPageShapes().filter((shape) => isShapeId(shape.id) && isZone(shape));
      editor.store.mergeRemoteChanges(() => editor.store.put(zones.map((zone) => ({ ...zone, isLocked: !next }))));
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}
