import { expect, test } from 'vitest';
import { LaserTrails } from './laser-trails.ts';

test('[U35] a laser’s trail follows its cursor, and fades', () => {
  let now = 0;
  const trails = new LaserTrails(() => now);
  const at = (x: number, laser = true) => trails.point({ id: 'ola', laser, cursor: { x, y: 0 } });
  at(0, false);
  expect(trails.of('ola')).toEqual([]);
  at(1);
  now = 100;
  at(2);
  expect(trails.of('ola')[0]?.points.map(({ x }) => x)).toEqual([1, 2]);
  expect(trails.fade()).toEqual([]);
  now = 950;
  at(3);
  expect(trails.fade()).toEqual(['ola']);
  expect(trails.of('ola')[0]?.points.map(({ x }) => x)).toEqual([2, 3]);
  now = 5_000;
  expect(trails.fade()).toEqual(['ola']);
  expect(trails.of('ola')).toEqual([]);
});
