import { TEMPLATES, type Template } from '@samtavla/templates';

/** `common`: what most begin with. Else what helps with one of the questions, or on the way, or was saved here. */
export const SHELVES = ['common', 'current', 'desired', 'measures', 'underway', 'saved', 'all'] as const;
export type Shelf = (typeof SHELVES)[number];

const COMMON: readonly string[] = [
  'hvor-er-vi-hvor-vil-vi',
  'hvor-er-vi',
  'hvor-vil-vi',
  'hvordan-kommer-vi-dit',
  'tom-tavle',
];

/** Minutes that one has; null for as long as it takes. */
export const TIMES = [null, 45, 90] as const;
export type Time = (typeof TIMES)[number];

/** People one is; null where one does not know. A number stands for its class: a handful, a table or two, a hall. */
export const GROUPS = [null, 5, 15, 40] as const;
export type Group = (typeof GROUPS)[number];

/** What one looks for. */
export type Wish = { readonly shelf: Shelf; readonly time: Time; readonly group: Group };

/** In the gallery's order; what is chosen stays in sight whatever one looks for. */
export function templatesFor(wish: Wish, chosen: string, saved: readonly Template[] = []): readonly Template[] {
  const builtIn = TEMPLATES.filter(
    (template) => template.id === chosen || (isOn(wish.shelf, template) && suits(template, wish)),
  );
  const isSavedSeen = wish.shelf === 'saved' || wish.shelf === 'all';
  return [...saved.filter((template) => template.id === chosen || (isSavedSeen && suits(template, wish))), ...builtIn];
}

const suits = ({ minutes, people }: Template, { time, group }: Wish): boolean =>
  // Without a clock it takes the time one has.
  (time === null || minutes === null || minutes <= time) &&
  (group === null || (people.least <= group && (people.most === null || people.most >= group)));

function isOn(shelf: Shelf, { id, purpose }: Template): boolean {
  if (shelf === 'all') return true;
  return shelf === 'common' ? COMMON.includes(id) : purpose === shelf;
}
