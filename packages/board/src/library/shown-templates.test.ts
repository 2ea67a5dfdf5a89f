import { TEMPLATES } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { SHELVES, templatesOn } from './shown-templates.ts';

const ids = (...given: Parameters<typeof templatesOn>) => templatesOn(...given).map(({ id }) => id);

test('[U75] one looks at what most begin with, at what helps with a question, or at all', () => {
  expect(ids('common', 'tom-tavle')).toEqual([
    'hvor-er-vi-hvor-vil-vi',
    'hvor-er-vi',
    'hvor-vil-vi',
    'hvordan-kommer-vi-dit',
    'tom-tavle',
  ]);
  expect(ids('desired', 'hvor-vil-vi')).toEqual(['hvor-vil-vi', 'malhierarki']);
  expect(ids('all', 'igp')).toEqual(TEMPLATES.map(({ id }) => id));
  const found = new Set(SHELVES.filter((shelf) => shelf !== 'all').flatMap((shelf) => ids(shelf, 'tom-tavle')));
  expect(TEMPLATES.filter(({ id }) => !found.has(id))).toEqual([]);
});

test('[U75] what is chosen stays in sight on whichever shelf one looks', () => {
  for (const shelf of SHELVES) expect(ids(shelf, 'igp')).toContain('igp');
});
