import { TEMPLATES, type Purpose, type Template } from '@samtavla/templates';

/** `common`: what most begin with. Else what helps with one of the questions, or on the way. */
export const SHELVES = ['common', 'current', 'desired', 'measures', 'underway', 'all'] as const;
export type Shelf = (typeof SHELVES)[number];

const COMMON: readonly string[] = [
  'hvor-er-vi-hvor-vil-vi',
  'hvor-er-vi',
  'hvor-vil-vi',
  'hvordan-kommer-vi-dit',
  'tom-tavle',
];

/** In the gallery's order; what is chosen stays in sight on whichever shelf one looks. */
export const templatesOn = (shelf: Shelf, chosen: string): readonly Template[] =>
  TEMPLATES.filter(({ id, purpose }) => id === chosen || isOn(shelf, id, purpose));

function isOn(shelf: Shelf, id: string, purpose: Purpose): boolean {
  if (shelf === 'all') return true;
  return shelf === 'common' ? COMMON.includes(id) : purpose === shelf;
}
