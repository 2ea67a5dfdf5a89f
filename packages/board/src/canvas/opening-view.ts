/** What a board shows when it opens: all its zones on a screen wide enough to read them there, else the first zone. */
import { readZones } from '@samtavla/protocol';
import { Box, type Editor } from 'tldraw';
import type { Connection } from '../session/connection.ts';

/** A screen narrower than this shows a zone at a time: all at once, none could be read. Screen pixels. */
const NARROW = 700;
const MARGIN = 24;
/** tldraw's own menu and toolbar lie over the canvas: screen pixels at the top and the bottom. */
const MENU = 44;
const TOOLBAR = 64;

export function showBoardOnce(editor: Editor, connection: Connection): () => void {
  const { link, plan } = connection;
  let shown = false;
  const show = () => {
    if (shown) return;
    const zones = readZones(plan.doc).map(({ box }) => new Box(box.x, box.y, box.w, box.h));
    // The zones may be here before the line is, out of the copy on the device. A board without zones is looked at as a whole.
    if (zones.length === 0 && link.get().state === 'opening') return;
    shown = true;
    const all = zones.length > 0 ? Box.Common(zones) : editor.getCurrentPageBounds();
    if (all === undefined) return;
    const zoom = zoomToFit(editor, all);
    const [first] = zones;
    const isNarrow = editor.getViewportScreenBounds().w < NARROW;
    if (!isNarrow || first === undefined) lookAt(editor, all, zoom);
    else lookAt(editor, first, editor.getViewportScreenBounds().w / (first.w + 2 * MARGIN));
  };
  show();
  plan.doc.on('update', show);
  const stopLink = link.subscribe(show);
  return () => {
    plan.doc.off('update', show);
    stopLink();
  };
}

function zoomToFit(editor: Editor, content: Box): number {
  const screen = editor.getViewportScreenBounds();
  const fit = Math.min((screen.w - 2 * MARGIN) / content.w, (screen.h - MENU - TOOLBAR - MARGIN) / content.h);
  return Math.min(1, Math.max(0.05, fit));
}

/** Puts the content's top under the menu, and its middle in the middle from side to side. */
function lookAt(editor: Editor, content: Box, zoom: number): void {
  const screen = editor.getViewportScreenBounds();
  editor.setCamera({ x: screen.w / 2 / zoom - content.center.x, y: (MENU + MARGIN / 2) / zoom - content.y, z: zoom });
}
