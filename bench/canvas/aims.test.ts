import { expect, test } from 'vitest';
import { AIMS } from './aims.ts';

test('[Q11] no aim is named twice', () => {
  expect(new Set(AIMS.map((one) => one.aim)).size).toBe(AIMS.length);
});
