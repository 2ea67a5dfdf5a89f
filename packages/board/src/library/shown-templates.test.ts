import { TEMPLATES } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { GROUPS, SHELVES, templatesFor, TIMES, type Wish } from './shown-templates.ts';

const ids = (wish: Partial<Wish>, chosen = 'tom-tavle') =>
  templatesFor({ shelf: 'all', time: null, group: null, ...wish }, chosen).map(({ id }) => id);

test('[U75] one looks at what most begin with, at what helps with a question, or at all', () => {
  expect(ids({ shelf: 'common' })).toEqual([
    'hvor-er-vi-hvor-vil-vi',
    'hvor-er-vi',
    'hvor-vil-vi',
    'hvordan-kommer-vi-dit',
    'tom-tavle',
  ]);
  expect(ids({ shelf: 'desired' }, 'hvor-vil-vi')).toEqual(['hvor-vil-vi', 'malhierarki']);
  expect(ids({})).toEqual(TEMPLATES.map(({ id }) => id));
  const found = new Set(SHELVES.filter((shelf) => shelf !== 'all').flatMap((shelf) => ids({ shelf })));
  expect(TEMPLATES.filter(({ id }) => !found.has(id))).toEqual([]);
});

test('[U75] those that take longer than one has, or are for fewer or more, are left out', () => {
  expect(ids({ time: 45 })).toContain('gjort-laert-lurt');
  expect(ids({ time: 45 })).not.toContain('hvor-er-vi-hvor-vil-vi');
  // Without a clock: it takes the time one has.
  expect(ids({ time: 45 })).toContain('mellomarbeid');
  expect(ids({ group: 40 })).toContain('hvor-er-vi');
  expect(ids({ group: 40 })).not.toContain('malhierarki');
  expect(ids({ group: 5, time: 90, shelf: 'desired' })).toEqual(['hvor-vil-vi', 'malhierarki', 'tom-tavle']);
});

test('[U75] what is chosen stays in sight whatever one looks for', () => {
  for (const shelf of SHELVES)
    for (const time of TIMES) for (const group of GROUPS) expect(ids({ shelf, time, group }, 'igp')).toContain('igp');
});
