import { addNote, addRecord, addZone, fragmentOfLines, newRecordId, readZones, removeZone } from '@samtavla/protocol';
import { addMeasure, type MeasureFields, type RecordId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesSeen } from './notes-seen.ts';

const half = () => 0.5;
const fonts = { text: half, author: half };
const measureWords = ({ measure: { owner } }: { readonly measure: MeasureFields }) => ({
  head: 'Tiltak',
  lines: owner === null ? [] : [owner],
});
const everything = { x: -10_000, y: -10_000, w: 20_000, h: 20_000 };

function board() {
  const [plan, canvas] = [new Y.Doc(), new Y.Doc()];
  const box = { x: 1000, y: 500, w: 900, h: 900 };
  addZone(plan, { id: newRecordId(), kind: 'current', title: 'I dag', question: '', box, tint: 'blue', order: 0 });
  const [zone] = readZones(plan);
  if (zone === undefined) throw new Error('The zone is there.');
  const sectors = [{ id: 'school', name: 'Skole' }];
  const seen = (area = everything) => notesSeen({ plan, canvas, sectors }, area, fonts, measureWords);
  return { plan, canvas, zone, seen };
}

function addBare(doc: Y.Doc, values: Readonly<Record<string, unknown>>): RecordId {
  const id = newRecordId();
  addRecord(doc, id, { kind: 'note', text: fragmentOfLines('Her'), ...values });
  return id;
}

test('[U37] a note is where its zone is, with its words and who wrote them', () => {
  const { canvas, zone, seen } = board();
  addNote(canvas, {
    text: 'Koret øver i kirka',
    zone,
    colour: 'green',
    author: { id: 'kari' as never, name: 'Kari' },
    perspective: { sector: 'school' },
  });
  const [note] = seen();
  expect(note?.area.x).toBeGreaterThanOrEqual(1000);
  expect(note?.area.y).toBeGreaterThanOrEqual(500);
  expect(note?.colour).toBe('green');
  expect(note?.text.lines.map(({ text }) => text).join(' ')).toBe('Koret øver i kirka');
  expect(note?.signature).toEqual({ author: 'Kari', sector: 'Skole' });
});

test('[U37] a measure is seen among the notes, with what is said of it, and higher for it', () => {
  const { canvas, zone, seen } = board();
  const text = 'Lån ut flygelet til koret, hver onsdag kveld, fra høsten av og så lenge noen vil ha det';
  addNote(canvas, { text, zone });
  addMeasure(canvas, { text, zone }, { owner: 'Kari' });
  const [note, measure] = seen().toSorted((a, b) => Number(a.measure !== null) - Number(b.measure !== null));
  expect([note?.measure, measure?.measure]).toEqual([null, { head: 'Tiltak', lines: ['Kari'] }]);
  expect(measure?.area.h).toBeGreaterThan(note?.area.h ?? 0);
});

test('[U37] they come in drawing order, and those beyond the view not at all', () => {
  const { canvas, seen } = board();
  addBare(canvas, { at: [20, 0, 0], index: 'a2', colour: 'blue' });
  addBare(canvas, { at: [0, 0, 0], index: 'a1', colour: 'pink' });
  addBare(canvas, { at: [5000, 0, 0], index: 'a3', colour: 'grey' });
  expect(seen({ x: 0, y: 0, w: 1000, h: 1000 }).map(({ colour }) => colour)).toEqual(['pink', 'blue']);
});

test('[U37] what only the canvas can place is left to it, and nothing malformed breaks the rest', () => {
  const { plan, canvas, zone, seen } = board();
  addBare(canvas, { at: [0, 0, 1], index: 'a1' });
  addBare(canvas, { at: [0, 0, 0], index: 'a1', parent: 'shape:a-frame' });
  addBare(canvas, { at: [0, 0, 0], index: 'a1', zone: 'not-here' });
  addBare(canvas, { at: [Number.NaN, 0, 0], index: 'a1' });
  addBare(canvas, { at: [0, 0, 0], text: 'no fragment' });
  addBare(canvas, { at: [7, 0, 0], index: 4, colour: 'no colour', zone: zone.id });
  const [note, ...more] = seen();
  expect(more).toEqual([]);
  expect(note).toMatchObject({ area: { x: 1007, y: 500 }, colour: 'yellow' });
  const record = plan.getMap<Y.Map<unknown>>('records').get(zone.id);
  if (record !== undefined) removeZone(record);
  expect(seen()).toHaveLength(1);
});
