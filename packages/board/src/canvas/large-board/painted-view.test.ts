import { expect, test } from 'vitest';
import { isEnough, viewFor } from './painted-view.ts';

const screen = { w: 1280, h: 800 };
const seen = (camera: { x: number; y: number; z: number }) => ({
  x: -camera.x,
  y: -camera.y,
  w: screen.w / camera.z,
  h: screen.h / camera.z,
});

test.each([1, 1.5, 2])('[U32] a painting lies on whole pixels of a screen with %d of them a point', (dpr) => {
  const camera = { x: 13.37, y: -7.21, z: 0.4321 };
  const { area, scale, width } = viewFor(camera, screen, dpr);
  const left = (area.x + camera.x) * camera.z * dpr;
  expect(left).toBeCloseTo(Math.round(left), 6);
  expect(area.w * scale).toBeCloseTo(width, 6);
});

test('[U32] a painting is enough until the view leaves it or the zoom rests elsewhere', () => {
  const camera = { x: 0, y: 0, z: 0.5 };
  const view = viewFor(camera, screen, 1);
  const at = (moved: { x: number; y: number; z: number }, isMoving: boolean) =>
    isEnough(view, seen(moved), moved.z, isMoving);
  expect(at(camera, false)).toBe(true);
  expect(at({ ...camera, x: 200 }, false)).toBe(true);
  expect(at({ ...camera, x: 2000 }, true)).toBe(false);
  expect(at({ x: -100, y: -100, z: 0.55 }, true)).toBe(true);
  expect(at({ x: -100, y: -100, z: 0.55 }, false)).toBe(false);
  expect(at({ x: 0, y: 0, z: 1.2 }, true)).toBe(false);
});
