/**
 * Shows a board that opens as `openingCamera` says, once; one that was left for the list as it was left. As long as nobody has looked
 * elsewhere it stays so when the canvas gets larger or smaller: by a panel beside it, or on a screen for all.
 */
import { readZones } from '@samtavla/protocol';
import { react, unsafe__withoutCapture, type Editor } from 'tldraw';
import type { Connection } from '../session/connection.ts';
import { lastCamera, rememberCamera } from './last-camera.ts';
import type { Camera } from './large-board/painted-view.ts';
import { openingCamera } from './opening-camera.ts';

export function showBoardOnce(editor: Editor, connection: Connection): () => void {
  const { link, plan } = connection;
  let shown = false;
  /** Where the board is looked at from while nobody looks elsewhere. */
  let opened: Camera | null = null;
  const opening = () =>
    openingCamera(readZones(plan.doc), editor.getCurrentPageBounds() ?? null, editor.getViewportScreenBounds());
  const show = () => {
    if (shown) return;
    const zones = readZones(plan.doc);
    // The zones may be here before the line is, out of the copy on the device. A board without zones is looked at as a whole.
    if (zones.length === 0 && link.get().state === 'opening') return;
    shown = true;
    opened = opening();
    const camera = lastCamera(plan.doc) ?? opened;
    if (camera !== null) editor.setCamera(camera);
  };
  const fitAgain = () => {
    // While somebody writes, the keyboard on the screen takes half of it for a while.
    if (opened === null || editor.getEditingShapeId() !== null || !isAt(editor.getCamera(), opened)) return;
    opened = opening() ?? opened;
    editor.setCamera(opened);
  };
  show();
  const stopFitting = react('the canvas gets larger or smaller', () => {
    const { w, h } = editor.getViewportScreenBounds();
    if (w > 0 && h > 0) unsafe__withoutCapture(fitAgain);
  });
  plan.doc.on('update', show);
  const stopLink = link.subscribe(show);
  return () => {
    if (shown) rememberCamera(plan.doc, editor.getCamera());
    stopFitting();
    plan.doc.off('update', show);
    stopLink();
  };
}

/** tldraw may round what it is told. */
const isAt = (one: Camera, other: Camera): boolean =>
  Math.abs(one.x - other.x) < 1 && Math.abs(one.y - other.y) < 1 && Math.abs(one.z - other.z) < 0.001;
