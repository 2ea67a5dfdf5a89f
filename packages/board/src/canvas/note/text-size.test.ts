import { expect, test } from 'vitest';
import { textSize } from './text-size.ts';

test.each([
  ['', 'large'],
  ['Ingen venteliste', 'large'],
  ['Spør ungdomsrådet før vi bestemmer', 'medium'],
  ['Kulturskolelæreren er en kollega', 'small'],
  ['Lang-tids-samarbeids-avtale', 'large'],
  ['Alle kan prøve et instrument uten at det koster noe', 'medium'],
  ['ord '.repeat(40), 'small'],
] as const)('[U15] «%s» is written %s', (text, size) => {
  expect(textSize(text)).toBe(size);
});
