/** The part of the page that a painting shows, and where it lies in the page. */
import type { Area } from './note-field.ts';

export type Camera = { readonly x: number; readonly y: number; readonly z: number };

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

/** What to paint for this camera: so laid that each of its pixels is one of the screen's. */
export function viewFor(camera: Camera, screen: { w: number; h: number }, dpr: number): PaintedView {
  const { z } = camera;
  const scale = z * dpr;
  const snap = (value: number) => Math.round(value * dpr) / dpr;
  const [left, top] = [snap(-BEYOND * screen.w), snap(-BEYOND * screen.h)];
  const [width, height] = [screen.w, screen.h].map((side) => Math.ceil(side * (1 + 2 * BEYOND) * dpr)) as [
    number,
    number,
  ];
  const area = { x: left / z - camera.x, y: top / z - camera.y, w: width / scale, h: height / scale };
  return { area, zoom: z, scale, width, height };
}

export function isEnough(view: PaintedView, seen: Area, zoom: number, isMoving: boolean): boolean {
  const { area } = view;
  const stretch = zoom / view.zoom;
  if (isMoving ? stretch > STRETCH || stretch < 1 / STRETCH : zoom !== view.zoom) return false;
  return (
    seen.x >= area.x && seen.y >= area.y && seen.x + seen.w <= area.x + area.w && seen.y + seen.h <= area.y + area.h
  );
}
