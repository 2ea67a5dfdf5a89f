import { expect, test } from 'vitest';
import { openingCamera } from './opening-camera.ts';

const zones = [{ box: { x: 100, y: 50, w: 1400, h: 900 } }, { box: { x: 1600, y: 50, w: 1400, h: 2000 } }];

test('[U36] a wide screen shows every zone, under the menu and over the toolbar', () => {
  const screen = { w: 1280, h: 744 };
  const camera = openingCamera(zones, null, screen);
  if (camera === null) throw new Error('There are zones to look at.');
  for (const { box } of zones) {
    expect((box.x + camera.x) * camera.z).toBeGreaterThan(0);
    expect((box.x + box.w + camera.x) * camera.z).toBeLessThan(screen.w);
    expect((box.y + camera.y) * camera.z).toBeGreaterThanOrEqual(44);
    expect((box.y + box.h + camera.y) * camera.z).toBeLessThanOrEqual(screen.h - 64);
  }
});

test('[U36] a narrow screen shows the first zone from side to side', () => {
  const screen = { w: 390, h: 700 };
  const camera = openingCamera(zones, null, screen);
  if (camera === null) throw new Error('There are zones to look at.');
  expect((100 + camera.x) * camera.z).toBeGreaterThan(0);
  expect((100 + 1400 + camera.x) * camera.z).toBeLessThan(390);
  expect(1400 * camera.z).toBeGreaterThan(350);
});

test('[U36] without zones all there is is looked at, never larger than life; and nothing when there is nothing', () => {
  const screen = { w: 1280, h: 744 };
  expect(openingCamera([], { x: 0, y: 0, w: 10, h: 10 }, screen)?.z).toBe(1);
  expect(openingCamera([], null, screen)).toBeNull();
});
