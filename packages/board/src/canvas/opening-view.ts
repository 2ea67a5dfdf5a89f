/** Shows a board that opens as `openingCamera` says, once; one that was left for the list as it was left. */
import { readZones } from '@samtavla/protocol';
import type { Editor } from 'tldraw';
import type { Connection } from '../session/connection.ts';
import { lastCamera, rememberCamera } from './last-camera.ts';
import { openingCamera } from './opening-camera.ts';

export function showBoardOnce(editor: Editor, connection: Connection): () => void {
  const { link, plan } = connection;
  let shown = false;
  const show = () => {
    if (shown) return;
    const zones = readZones(plan.doc);
    // The zones may be here before the line is, out of the copy on the device. A board without zones is looked at as a whole.
    if (zones.length === 0 && link.get().state === 'opening') return;
    shown = true;
    const opening = () => openingCamera(zones, editor.getCurrentPageBounds() ?? null, editor.getViewportScreenBounds());
    const camera = lastCamera(plan.doc) ?? opening();
    if (camera !== null) editor.setCamera(camera);
  };
  show();
  plan.doc.on('update', show);
  const stopLink = link.subscribe(show);
  return () => {
    if (shown) rememberCamera(plan.doc, editor.getCamera());
    plan.doc.off('update', show);
    stopLink();
  };
}
