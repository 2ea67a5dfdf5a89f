/** Which zone a shape stands in: the one its centre is over. Kept on the shape as `meta.zone`, for the binding to write. */
import { zoneOver, type RecordId } from '@samtavla/protocol';
import { isPageId, type Editor, type TLShape, type TLShapeId, type VecLike } from 'tldraw';
import { recordIdOf, storeIdOf, ZONE_TYPE } from '../../binding/record-codec.ts';
import type { NoteShape } from '../note/note-shape.ts';
import type { ZoneShape } from './zone-shape.ts';

/**
 * Follows every change the user makes, before the operation is over, so that place and zone are written together.
 *
 * @param isDragged whether another drags the shape: where it is shown meanwhile says nothing about where it will stand
 */
export function followZones(editor: Editor, isDragged: (id: TLShapeId) => boolean): () => void {
  const settle = (shape: TLShape, source: 'user' | 'remote') => {
    if (source !== 'user' || shape.type === ZONE_TYPE || isDragged(shape.id)) return;
    const settled = membershipChange(editor, shape.id);
    if (settled !== null) editor.store.put([settled]);
  };
  const stops = [
    editor.sideEffects.registerAfterCreateHandler('shape', settle),
    editor.sideEffects.registerAfterChangeHandler('shape', (_prev, next, source) => settle(next, source)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The shape with its zone put right; null when it stands right already. */
function membershipChange(editor: Editor, id: TLShapeId): TLShape | null {
  const shape = editor.getShape(id);
  if (shape === undefined) return null;
  const centre = isPageId(shape.parentId) ? editor.getShapePageBounds(shape)?.center : undefined;
  const zone = centre === undefined ? undefined : zoneOver(zones(editor), centre)?.id;
  if (shape.meta['zone'] === zone) return null;
  const { zone: _left, ...meta } = shape.meta;
  const moved = { ...shape, meta: zone === undefined ? meta : { ...meta, zone } };
  return zone === undefined ? moved : inCell(editor, moved, zone);
}

/** What a measure is dropped into, where that is a cell, says its level and its domain. */
function inCell(editor: Editor, shape: TLShape, zone: RecordId): TLShape {
  const { measure } = shape.props as Partial<NoteShape['props']>;
  const { level, domain } = editor.getShape<ZoneShape>(storeIdOf(zone, 'zone') as TLShapeId)?.props ?? {};
  if (!measure || !level || !domain) return shape;
  return { ...shape, props: { ...shape.props, measure: { ...measure, level, domain } } };
}

/** The zone that a point of the page is in; null outside them all. */
export const zoneAt = (editor: Editor, point: VecLike): RecordId | null => zoneOver(zones(editor), point)?.id ?? null;

const zones = (editor: Editor) =>
  editor.getCurrentPageShapesSorted().flatMap((shape) => {
    const box = shape.type === ZONE_TYPE ? editor.getShapePageBounds(shape) : undefined;
    return box === undefined ? [] : [{ id: recordIdOf(shape.id), box }];
  });
