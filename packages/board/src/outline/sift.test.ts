import { atOf, recordsOf } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { DESIRED, groupsOf, lettersIn, others, papers, put, TODAY } from './a-board.ts';
import { followOutline } from './follow-outline.ts';
import type { Outline } from './outline-groups.ts';
import { countNotes, siftFor, type Sought } from './sift.ts';

const ALL: Sought = { words: '', sectors: new Set(), levels: new Set(), locale: 'nb' };

function aBoard() {
  const both = papers();
  const stands = (y: number, zone = TODAY.id) => ({ at: atOf([20, y, 0], { zone }) });
  put(both, 'Tema om rom', { kind: 'theme', ...stands(200) });
  put(both, 'Flygelet i kirka', {
    ...stands(300),
    theme: 'Tema om rom',
    perspective: { sector: 'church', level: 'local' },
  });
  put(both, 'Øverom på skolen', {
    ...stands(600),
    perspective: { sector: 'school' },
    author: { id: 'p', name: 'Åse Vik' },
  });
  put(both, 'Åpne dører', { ...stands(200, DESIRED.id), perspective: { sector: 'school', level: 'local' } });
  return both;
}

const texts = ({ zones, loose }: Outline) =>
  [...zones, loose]
    .flatMap(({ themes, notes }) => [...themes.flatMap((theme) => theme.notes), ...notes])
    .map(({ text }) => text);

const find = (sought: Partial<Sought>) => siftFor({ ...ALL, ...sought })(followOutline(aBoard()).get());

test.each<[Partial<Sought>, string[]]>([
  [{}, ['Flygelet i kirka', 'Øverom på skolen', 'Åpne dører']],
  [{ words: ' ØVE  skole' }, ['Øverom på skolen']],
  [{ words: 'a\u030Ase' }, ['Øverom på skolen']],
  [{ words: 'tema ROM' }, ['Flygelet i kirka']],
  [{ words: 'apne' }, []],
  [{ sectors: new Set(['school']) }, ['Øverom på skolen', 'Åpne dører']],
  [{ sectors: new Set(['school', 'church']), levels: new Set(['local']) }, ['Flygelet i kirka', 'Åpne dører']],
  [{ levels: new Set([null]) }, ['Øverom på skolen']],
])('[U60] of %o it finds %o', (sought, expected) => {
  const { outline, found } = find(sought);
  expect([texts(outline), found]).toEqual([expected, expected.length]);
});

test('[U60] zones stay, a theme in which nothing is found goes, and sought for nothing all is the same', () => {
  const outline = followOutline(aBoard()).get();
  const { zones } = siftFor({ ...ALL, words: 'dører' })(outline).outline;
  expect(zones.map(({ zone, themes }) => [zone?.id, themes.length])).toEqual([
    ['today', 0],
    ['desired', 0],
  ]);
  expect(siftFor(ALL)(outline)).toEqual({ outline, found: countNotes(outline) });
  expect(siftFor(ALL)(outline).outline).toBe(outline);
});

test('[U60] while the same is sought, what a change does not touch is the same object', () => {
  const both = aBoard();
  const outline = followOutline(both);
  const sift = siftFor({ ...ALL, words: 'r' });
  const before = groupsOf(sift(outline.get()).outline);
  const note = outline.get().zones[1]?.notes[0];
  lettersIn(note?.fragment).insert(0, 'x');
  const after = groupsOf(sift(outline.get()).outline);
  expect([others(before.zones, after.zones), others(before.themes, after.themes)]).toEqual([
    new Set([DESIRED.id]),
    new Set(),
  ]);
  recordsOf(both.canvas).delete('Flygelet i kirka');
  expect(sift(outline.get()).outline.zones[0]?.themes).toEqual([]);
});
