import { readMeasures, readPlanFacts } from '@samtavla/protocol';
import { LOCALES } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { today } from '../i18n/measure-words.ts';
import { looseEnds } from '../measures/loose-ends.ts';
import { measuresIn } from '../measures/measure-list.ts';
import { readOutline } from '../outline/follow-outline.ts';
import { exampleBoard } from './example-board.ts';
import { EXAMPLE_MEASURES } from './example-measures.ts';
import { EXAMPLE_ZONES } from './example-words.ts';

const asked = EXAMPLE_ZONES.flatMap(({ themes, notes }) => [...themes.flatMap((theme) => theme.notes), ...notes]);

test.each(LOCALES)(
  '[U89] the example in %s has all its words, each in its zone, and every answer finds what it answers',
  (locale) => {
    const board = exampleBoard(locale);
    const { zones, loose, skipped } = readOutline(board);
    const texts = zones.flatMap(({ themes, notes }) => [...themes.flatMap((theme) => theme.notes), ...notes]);
    expect([loose.notes.length, loose.themes.length, skipped]).toEqual([0, 0, 0]);
    expect(new Set(texts.map(({ text }) => text))).toEqual(
      new Set([...asked, ...EXAMPLE_MEASURES].map(({ text }) => text[locale])),
    );
    expect(readPlanFacts(board.plan).locale).toBe(locale);
    expect(readMeasures(board.canvas).map(({ answers }) => answers.length)).toEqual(
      EXAMPLE_MEASURES.map(({ answers }) => answers.length),
    );
  },
);

test('[U89] in the example no measure is late or without a reason, and what is agreed has somebody and a day', () => {
  const outline = readOutline(exampleBoard('nb'));
  const { groundless, unowned, late } = looseEnds(outline, today());
  expect([groundless, unowned, late]).toEqual([[], [], []]);
  const { levels, domains, sectors } = readPlanFacts(exampleBoard('nb').plan);
  for (const { measure } of measuresIn(outline)) {
    expect(levels.map(({ id }) => id)).toContain(measure.level);
    expect(domains.map(({ id }) => id)).toContain(measure.domain);
    expect(sectors.map(({ id }) => id)).toContain(measure.role);
  }
});
