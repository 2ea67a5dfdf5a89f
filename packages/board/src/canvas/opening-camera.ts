/** Where a board is seen from when it opens: all its zones on a screen wide enough to read them there, else the first zone. */
import { bounds, type Box } from '@samtavla/templates';
import type { Camera, Screen } from './large-board/painted-view.ts';

type Zone = { readonly box: Box };

/** A screen narrower than this shows a zone at a time: all at once, none could be read. Screen pixels. */
const NARROW = 700;
const MARGIN = 24;
/** tldraw's own menu and toolbar lie over the canvas: screen pixels at the top and the bottom. */
const MENU = 44;
const TOOLBAR = 64;

/**
 * @param zones in the order they are read
 * @param content what is looked at when there are none
 */
export function openingCamera(zones: readonly Zone[], content: Box | null, screen: Screen): Camera | null {
  const first = zones[0]?.box;
  const all = bounds({ zones }) ?? content;
  if (all === null) return null;
  if (screen.w >= NARROW || first === undefined) return lookingAt(all, zoomToFit(all, screen), screen);
  return lookingAt(first, screen.w / (first.w + 2 * MARGIN), screen);
}

/** All there is on one screen, and nothing of tldraw's over it. */
export function wholeCamera(zones: readonly Zone[], content: Box | null, screen: Screen): Camera | null {
  const all = bounds({ zones }) ?? content;
  if (all === null) return null;
  const z = Math.min(1, (screen.w - MARGIN) / all.w, (screen.h - MARGIN) / all.h);
  return { x: screen.w / 2 / z - (all.x + all.w / 2), y: screen.h / 2 / z - (all.y + all.h / 2), z };
}

function zoomToFit(content: Box, screen: Screen): number {
  const fit = Math.min((screen.w - 2 * MARGIN) / content.w, (screen.h - MENU - TOOLBAR - MARGIN) / content.h);
  return Math.min(1, Math.max(0.05, fit));
}

/** Puts the content's top under the menu, and its middle in the middle from side to side. */
const lookingAt = (content: Box, z: number, screen: Screen): Camera => ({
  x: screen.w / 2 / z - (content.x + content.w / 2),
  y: (MENU + MARGIN / 2) / z - content.y,
  z,
});
