import { assert, constantFrom, dictionary, jsonValue, property } from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RecordId } from '../ids.ts';
import { dayOf, addMeasure, measureFieldsOf, NO_FIELDS, readMeasures, setMeasureFields } from './measures.ts';
import { addNote, answersOf, linkAnswer, readNotes } from './notes.ts';
import { recordsOf, type RecordMap } from './records.ts';
import { votableIn } from './votes.ts';

const id = (name: string) => name as RecordId;

function exchange(...docs: Y.Doc[]) {
  for (const one of docs) for (const other of docs) Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
}

function board() {
  const doc = new Y.Doc();
  const measure = addMeasure(
    doc,
    { text: 'Lån ut flygelet', at: [0, 0], answers: [id('b'), id('a')] },
    { owner: 'Kari' },
  );
  return { doc, record: recordsOf(doc).get(measure) as RecordMap, measure };
}

test('[P16] a measure is read as it was made, and is no note; what was not said is empty', () => {
  const { doc, measure } = board();
  addNote(doc, { text: 'En lapp' });
  expect(readMeasures(doc)).toMatchObject([
    { id: measure, text: 'Lån ut flygelet', answers: ['a', 'b'], measure: { ...NO_FIELDS, owner: 'Kari' } },
  ]);
  expect(readNotes(doc).map(({ text }) => text)).toEqual(['En lapp']);
});

test('[P16] two who fill in different fields, link different notes and type at once are merged by field', () => {
  const { doc: mine, record, measure } = board();
  const theirs = new Y.Doc();
  exchange(mine, theirs);
  setMeasureFields(record, { due: '2027-03-12', status: 'agreed' });
  linkAnswer(record, id('c'), true);
  const other = recordsOf(theirs).get(measure) as RecordMap;
  setMeasureFields(other, { level: 'service', effect: 4 });
  linkAnswer(other, id('a'), false);
  exchange(mine, theirs);
  for (const doc of [mine, theirs])
    expect(measureFieldsOf(recordsOf(doc).get(measure) as RecordMap)).toEqual({
      ...NO_FIELDS,
      owner: 'Kari',
      due: '2027-03-12',
      status: 'agreed',
      level: 'service',
      effect: 4,
    });
  for (const doc of [mine, theirs]) expect(answersOf(recordsOf(doc).get(measure) as RecordMap)).toEqual(['b', 'c']);
});

test('[P16] a note that becomes a measure keeps its words and all that was said of it, also when another types in it meanwhile', () => {
  const doc = new Y.Doc();
  const note = addNote(doc, { text: 'Åpne', at: [0, 0], author: { id: 'kari' as never, name: 'Kari' } });
  const record = recordsOf(doc).get(note) as RecordMap;
  record.set('kind', 'measure');
  setMeasureFields(record, { owner: 'Ola' });
  expect(readMeasures(doc)).toMatchObject([
    { id: note, text: 'Åpne', author: { name: 'Kari' }, measure: { owner: 'Ola' } },
  ]);
  record.set('kind', 'note');
  expect([readMeasures(doc), measureFieldsOf(record)]).toEqual([[], null]);
  record.set('kind', 'measure');
  expect(measureFieldsOf(record)?.owner).toBe('Ola');
});

test('[P16] a measure is voted over as a note is', () => {
  const { doc, measure } = board();
  expect(votableIn([doc], { zones: 'all', among: null })).toEqual(new Set([measure]));
});

test('[P17] a date that is none, a weight off the scale and whatever else is written costs its own field alone', () => {
  expect(['2027-02-29', '2028-02-29', '2027-13-01', '12.3.2027', '', 7, null].map(dayOf)).toEqual([
    null,
    '2028-02-29',
    ...Array.from({ length: 5 }, () => null),
  ]);
  const keys = ['status', 'owner', 'due', 'level', 'role', 'domain', 'effect', 'effort', 'answers.x', 'text'];
  assert(
    property(dictionary(constantFrom(...keys), jsonValue()), (values) => {
      const { doc, record } = board();
      for (const [key, value] of Object.entries(values)) record.set(key, value);
      const [read] = readMeasures(doc);
      expect(read?.measure.due === null || dayOf(read?.measure.due) !== null).toBe(true);
      for (const weight of [read?.measure.effect, read?.measure.effort])
        expect(weight === null || (weight !== undefined && weight >= 1 && weight <= 5)).toBe(true);
      const owner = 'owner' in values ? read?.measure.owner : 'Kari';
      expect(read?.measure.owner).toBe(owner);
    }),
  );
});
