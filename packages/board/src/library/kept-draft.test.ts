import { DEFAULT_TEMPLATE_ID } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { textStorage } from '../session/device-storage.ts';
import { emptyDraft, templateOf } from './board-draft.ts';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';

/** A browser that refuses storage: it is kept for as long as the page lives. */
const noStorage = () =>
  textStorage(() => {
    throw new Error('refused');
  });

test('[U80] a draft is there again after a login, once', () => {
  const storage = noStorage();
  expect(keptDraft(storage)).toBeNull();
  const draft = { ...emptyDraft('nn'), title: 'Kulturskulen', anonymous: true };
  keepDraft(draft, storage);
  expect(keptDraft(storage)).toEqual(draft);
  dropDraft(storage);
  expect(keptDraft(storage)).toBeNull();
});

test('[U80] a draft of a template that there is no more is one of the template to begin with', () => {
  const storage = noStorage();
  keepDraft({ ...emptyDraft('nb'), template: 'en-mal-som-var' }, storage);
  const draft = keptDraft(storage);
  expect(draft && templateOf(draft, []).id).toBe(DEFAULT_TEMPLATE_ID);
});
