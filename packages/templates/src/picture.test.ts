import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounds } from './bounds.ts';
import { TEMPLATES } from './built-in.ts';
import { picture } from './picture.ts';
import { sampleZone } from './sample-template.ts';

test('[T23] the bounds hold every zone and nothing more; without zones there are none', () => {
  const zones = [
    sampleZone({ box: { x: -200, y: 40, w: 1000, h: 1000 } }),
    sampleZone({ box: { x: 900, y: -60, w: 600, h: 800 } }),
  ];
  expect(bounds({ zones })).toEqual({ x: -200, y: -60, w: 1700, h: 1100 });
  expect(bounds({ zones: [] })).toBeNull();
});

test('[T24] a picture keeps order, kind and tint, and leaves air along every edge of its 160 by 90', () => {
  for (const template of TEMPLATES) {
    const { viewBox, rects } = picture(template);
    expect(viewBox).toBe('0 0 160 90');
    expect(rects.map(({ kind, tint }) => ({ kind, tint }))).toEqual(
      template.zones.map(({ kind, tint }) => ({ kind, tint })),
    );
  }
});

test('[T24] wherever zones lie and whatever their size, the picture holds them, touching two opposite margins', () => {
  const length = fc.integer({ min: 23, max: 400 }).map((step) => step * 20);
  const place = fc.integer({ min: -500, max: 500 }).map((step) => step * 20);
  const box = fc.record({ x: place, y: place, w: length, h: length });
  fc.assert(
    fc.property(fc.array(box, { minLength: 1, maxLength: 6 }), (boxes) => {
      const { rects } = picture({ zones: boxes.map((one) => sampleZone({ box: one })) });
      const left = Math.min(...rects.map(({ x }) => x));
      const top = Math.min(...rects.map(({ y }) => y));
      const right = Math.max(...rects.map(({ x, w }) => x + w));
      const bottom = Math.max(...rects.map(({ y, h }) => y + h));
      expect(Math.min(left, top)).toBeCloseTo(6, 0);
      expect(Math.min(160 - right, 90 - bottom)).toBeGreaterThan(5.8);
    }),
  );
});
