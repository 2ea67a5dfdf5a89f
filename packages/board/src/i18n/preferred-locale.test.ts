import { expect, test } from 'vitest';
import { preferredLocale } from './preferred-locale.ts';

test.each([
  [['nb-NO', 'en'], 'nb'],
  [['no'], 'nb'],
  [['nn-NO', 'nb'], 'nn'],
  [['en-GB', 'nb'], 'en'],
  [['sv-SE'], 'nb'],
  [['pl-PL', 'nn'], 'nn'],
  [['uk-UA'], 'en'],
  [[], 'nb'],
])('[I6] a browser that asks for %j is spoken to in %s', (languages, locale) => {
  expect(preferredLocale(languages)).toBe(locale);
});
