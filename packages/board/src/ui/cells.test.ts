import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readCells, writeCells } from './cells.ts';

test('[U86] cells are written as spreadsheets take them, and what people wrote is no formula', () => {
  expect(
    writeCells([
      ['Tiltak', 'Ansvarlig'],
      ['to\nlinjer', 'en "kar"'],
      ['=1+1', '-5'],
    ]),
  ).toBe('Tiltak\tAnsvarlig\n"to\nlinjer"\t"en ""kar"""\n\'=1+1\t\'-5');
});

test('[U86] cells are read as spreadsheets give them: lines of any kind, quotes, empty rows, quotes that never end', () => {
  expect(readCells('a\tb\r\n\r\n"c\td"\t"e ""f"""\r"g\nh"\t\n')).toEqual([
    ['a', 'b'],
    ['c\td', 'e "f"'],
    ['g\nh', ''],
  ]);
  expect(readCells('"aldri slutt\tb')).toEqual([['"aldri slutt', 'b']]);
  expect(readCells('')).toEqual([]);
});

test('[U86] what was written is read again, whatever it is', () => {
  assert(
    property(array(array(string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const kept = rows.filter((row) => row.some((each) => each.trim() !== ''));
      expect(readCells(writeCells(rows))).toEqual(kept);
    }),
  );
});
