import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './text-lines.ts';

const one = () => 1;

test.each([
  ['koret øver i kirka', 10, ['koret øver', 'i kirka']],
  ['ungdomsrådet', 5, ['ungdo', 'msråd', 'et']],
  ['fra ungdomsrådet', 8, ['fra', 'ungdomsr', 'ådet']],
  ['lang-tids-avtale', 10, ['lang-tids-', 'avtale']],
  ['ti tegn her   ', 11, ['ti tegn her']],
  ['', 10, ['']],
])('[U30] «%s» breaks into lines as a browser breaks it', (text, width, lines) => {
  expect(linesOf(text, width, one)).toEqual(lines);
});

test('[U30] no letter is lost between lines, and no line is wider than there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zæøå-]{1,14}$/)), fc.integer({ min: 1, max: 12 }), (words, width) => {
      const lines = linesOf(words.join(' '), width, one);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
    }),
  );
});
