/** The part of the page that a painting shows, and where it lies in the page. */
import type { Area } from './note-field.ts';

export type Camera = { readonly x: number; readonly y: number; readonly z: number };

/** The canvas' own size, in screen pixels. */
export type Screen = { readonly w: number; readonly h: number };

export type PaintedView = {
  /** Page units. */
  readonly area: Area;
  readonly zoom: number;
  /** Device pixels a page unit. */
  readonly scale: number;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
};

/** How far beyond the screen is painted on each side, in parts of the screen: a pan shows it before the next painting. */
const BEYOND = 0.25;
/** A painting is stretched while the zoom moves within this factor, and painted anew when it rests. */
const STRETCH = 1.3;

/**
 * What to paint for this camera: so laid that each of its pixels is one of the screen's.
 *
 * @param beyond what is painted outside the screen on each side, in parts of it
 */
export function viewFor(camera: Camera, screen: Screen, dpr: number, beyond = BEYOND): PaintedView {
  const { z } = camera;
  const scale = z * dpr;
  const snap = (value: number) => Math.round(value * dpr) / dpr;
  const [left, top] = [snap(-beyond * screen.w), snap(-beyond * screen.h)];
  const [width, height] = [screen.w, screen.h].map((side) => Math.ceil(side * (1 + 2 * beyond) * dpr)) as [
    number,
    number,
  ];
  const area = { x: left / z - camera.x, y: top / z - camera.y, w: width / scale, h: height / scale };
  return { area, zoom: z, scale, width, height };
}

/** Lays an element over the view's part of the page, and makes it empty: to set a canvas' size clears it, also to the same. */
export function layOver(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, view: PaintedView): void {
  const { area, scale } = view;
  [canvas.width, canvas.height] = [view.width, view.height];
  canvas.style.transform = `translate(${area.x}px, ${area.y}px) scale(${1 / scale})`;
  context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale);
}

export function isEnough(view: PaintedView, seen: Area, zoom: number, isMoving: boolean): boolean {
  const { area } = view;
  const stretch = zoom / view.zoom;
  if (isMoving ? stretch > STRETCH || stretch < 1 / STRETCH : zoom !== view.zoom) return false;
  return (
    seen.x >= area.x && seen.y >= area.y && seen.x + seen.w <= area.x + area.w && seen.y + seen.h <= area.y + area.h
  );
}
