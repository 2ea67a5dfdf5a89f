import { MEASURE_STATUSES, NO_FIELDS, type RecordId } from '@samtavla/protocol';
import { assert, constantFrom, integer, option, property, record, string, array } from 'fast-check';
import { expect, test } from 'vitest';
import { measuresAsText } from './as-text.ts';
import { measuresFromCells } from './from-cells.ts';
import type { ListedMeasure } from './measure-list.ts';

const NAMES = {
  sectors: [{ id: 'school', name: 'Skole' }],
  levels: [
    { id: 'service', name: 'Tjeneste' },
    { id: 'political', name: 'Politisk nivå' },
  ],
  domains: [{ id: 'culture', name: 'Kultur' }],
};

test('[U88] cells with headings, in any language and order, are measures; what is unknown or cannot be read is told', () => {
  const cells = [
    'Due date\tTiltak\tANSVARLEG\tKommentar\tstatus\tNivå\tInnsats',
    '12.3.2027\tLån ut flygelet\tKari  Nordmann\thei\tUnder way\tpolitisk nivå\t2,5',
    '31.2.2027\tÅpne skolen\t\t\tkanskje\tIngen\t9',
    '\t\tOla\t\t\t\t',
  ].join('\n');
  expect(measuresFromCells(cells, NAMES)).toEqual({
    measures: [
      {
        text: 'Lån ut flygelet',
        fields: { due: '2027-03-12', owner: 'Kari Nordmann', status: 'started', level: 'political', effort: 2.5 },
      },
      { text: 'Åpne skolen', fields: {} },
    ],
    unknown: ['Kommentar'],
    unread: ['kanskje', '31.2.2027', 'Ingen', '9'],
  });
});

test('[U88] without headings the columns are in our own order, and one column alone is words', () => {
  expect(measuresFromCells('Lån ut\tAvtalt\tKari\t2027-03-12', NAMES).measures).toEqual([
    { text: 'Lån ut', fields: { status: 'agreed', owner: 'Kari', due: '2027-03-12' } },
  ]);
  expect(measuresFromCells('Lån ut\nÅpne skolen', NAMES).measures.map(({ text }) => text)).toEqual([
    'Lån ut',
    'Åpne skolen',
  ]);
  expect(measuresFromCells('', NAMES)).toEqual({ measures: [], unknown: [], unread: [] });
});

test('[U88] what is copied as cells is the same measures when it is pasted', () => {
  const words = string({ minLength: 1 }).filter(
    (text) => text.trim() === text && !/[\r]/.test(text) && text !== 'Tiltak',
  );
  const measures = array(
    record({
      text: words,
      status: constantFrom(...MEASURE_STATUSES),
      owner: option(constantFrom('Kari', '=SUM(A1)', '"Ola"')),
      due: option(constantFrom('2027-03-12', '2031-12-24')),
      level: option(constantFrom('service', 'political')),
      effect: option(integer({ min: 1, max: 5 })),
    }),
    { maxLength: 5 },
  );
  assert(
    property(measures, (all) => {
      const listed = all.map(({ text, ...fields }, place) => ({
        id: `m${place}` as RecordId,
        text,
        measure: { ...NO_FIELDS, ...fields },
        answers: [],
        zone: null,
      })) as unknown as ListedMeasure[];
      const { measures: read, unknown, unread } = measuresFromCells(measuresAsText(listed, 'cells', NAMES), NAMES);
      expect([unknown, unread]).toEqual([[], []]);
      expect(read.map(({ text, fields }) => ({ text, measure: { ...NO_FIELDS, ...fields } }))).toEqual(
        listed.map(({ text, measure }) => ({ text, measure })),
      );
    }),
    { examples: [[[{ text: "'=!", status: 'idea', owner: null, due: null, level: null, effect: null }]]] },
  );
});
