import { DEFAULT_TEMPLATE_ID, TEMPLATES } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { emptyDraft, requestFor, titleOf } from './board-draft.ts';

const draft = emptyDraft('nb');
const [first] = TEMPLATES;

test('[U11] a new board is called what its template is called, in the board’s language, until someone writes a title', () => {
  expect(titleOf(draft)).toBe(first?.name.nb);
  expect(titleOf({ ...draft, locale: 'nn' })).toBe(first?.name.nn);
  expect(titleOf({ ...draft, locale: 'nn', title: 'Kulturskolen' })).toBe('Kulturskolen');
});

test('[U11] a board is asked for with the template’s first order of phases unless another is chosen', () => {
  expect(requestFor(draft)).toMatchObject({ template: DEFAULT_TEMPLATE_ID, preset: 'today-first', anonymous: false });
  expect(requestFor({ ...draft, preset: 'desired-first' }).preset).toBe('desired-first');
  expect(requestFor({ ...draft, template: 'tom-tavle', preset: 'desired-first' }).preset).toBe('without-phases');
});

test('[U11] an empty title leaves the naming to the server', () => {
  expect(requestFor({ ...draft, title: '  ' })).not.toHaveProperty('title');
});
