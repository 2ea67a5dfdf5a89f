import type { RecordId } from '@samtavla/protocol';
import { Box, createShapeId, type Editor } from 'tldraw';
import { ZONE_TYPE } from '../binding/record-codec.ts';

const SHOWING_MILLIS = 400;
/** Around what is shown, in pixels of the screen. */
const INSET = 200;
const ZONE_INSET = 60;

/** Moves the view over to those of the records that are still there, and selects them; zones, which are not for selecting, are shown whole. */
export function showRecords(editor: Editor, records: readonly RecordId[]): void {
  const there = records.flatMap((id) => editor.getShape(createShapeId(id)) ?? []);
  const bounds = Box.Common(there.flatMap((shape) => editor.getShapePageBounds(shape) ?? []));
  if (there.length === 0) return;
  const zones = there.every(({ type }) => type === ZONE_TYPE);
  if (!zones) editor.setCurrentTool('select').select(...there);
  const animation = editor.user.getAnimationSpeed() === 0 ? {} : { animation: { duration: SHOWING_MILLIS } };
  const size = zones ? { inset: ZONE_INSET } : { targetZoom: 1, inset: INSET };
  editor.zoomToBounds(bounds, { ...size, ...animation });
  editor.focus();
}
