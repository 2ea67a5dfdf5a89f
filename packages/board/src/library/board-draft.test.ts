import { DEFAULT_TEMPLATE_ID, templateById, TEMPLATES, type Template } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { emptyDraft, requestFor, titleOf } from './board-draft.ts';

const draft = emptyDraft('nb');
const [first] = TEMPLATES as [Template, ...Template[]];
const blank = templateById('tom-tavle') as Template;

test('[U11] a new board is called what its template is called, in the board’s language, until someone writes a title', () => {
  expect(titleOf(draft, first)).toBe(first.name.nb);
  expect(titleOf({ ...draft, locale: 'nn' }, first)).toBe(first.name.nn);
  expect(titleOf({ ...draft, locale: 'nn', title: 'Kulturskolen' }, first)).toBe('Kulturskolen');
});

test('[U11] a board is asked for with the template’s first order of phases unless another is chosen', () => {
  expect(requestFor(draft, first)).toMatchObject({
    template: DEFAULT_TEMPLATE_ID,
    preset: 'today-first',
    anonymous: false,
  });
  expect(requestFor({ ...draft, preset: 'desired-first' }, first).preset).toBe('desired-first');
  expect(requestFor({ ...draft, template: 'tom-tavle', preset: 'desired-first' }, blank).preset).toBe('without-phases');
});

test('[U11] an empty title leaves the naming to the server', () => {
  expect(requestFor({ ...draft, title: '  ' }, first)).not.toHaveProperty('title');
});
