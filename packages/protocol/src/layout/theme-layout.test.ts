import { expect, test } from 'vitest';
import { contains, groundOf, placesUnder, themeHeight, THEME_WIDTH } from './theme-layout.ts';

const heading = { x: 100, y: 100, w: THEME_WIDTH, h: themeHeight(1) };

test('[U33] notes are gathered in two columns under the heading, each where there is room first', () => {
  const places = placesUnder(heading, [], [200, 400, 200, 200]);
  const [first, second, third, fourth] = places;
  expect(first?.y).toBe(second?.y);
  expect(second?.x).toBe(100 + 220);
  expect(third).toEqual({ x: 100, y: (first?.y ?? 0) + 220 });
  expect(fourth).toEqual({ x: 320, y: (second?.y ?? 0) + 420 });
  const below = placesUnder(heading, [{ x: 100, y: 300, w: 200, h: 200 }], [200]);
  expect(below).toEqual([{ x: 320, y: heading.y + heading.h + 20 }]);
});

test('[U33] a theme’s ground holds its heading and its notes, and room for one where it has none', () => {
  expect(contains(groundOf(heading, []), { x: 200, y: 300 })).toBe(true);
  const ground = groundOf(heading, [{ x: 600, y: 200, w: 200, h: 300 }]);
  expect(contains(ground, { x: 700, y: 480 })).toBe(true);
  expect(contains(ground, { x: 900, y: 480 })).toBe(false);
});
