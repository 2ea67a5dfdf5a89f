import { addRecord, atOf, fragmentOf, recordsOf, removeZone, type RecordId, type RecordMap } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import { DESIRED, lettersIn, papers, put, recordIn, TODAY, written } from './a-board.ts';
import { followOutline, readOutline } from './follow-outline.ts';
import type { OutlineChange, OutlineZone } from './outline-groups.ts';

const id = (name: string) => name as RecordId;
const texts = (zone: OutlineZone | undefined) => zone?.notes.map(({ text }) => text);

function withNotes(
  ...notes: readonly (readonly [text: string, x: number, y: number, values?: Record<string, unknown>])[]
) {
  const both = papers();
  for (const [text, x, y, values] of notes) put(both, text, { at: atOf([x, y, 0], { zone: TODAY.id }), ...values });
  return both;
}

describe('the outline', () => {
  test('[U50] zones come in the plan’s order, what stands in no zone last, and in each its themes before the notes of none', () => {
    const both = papers([{ ...DESIRED, kind: 'desired', tint: 'green', question: 'Når vi har lyktes?' }, TODAY]);
    put(both, 'øving', { kind: 'theme', at: atOf([500, 200, 0], { zone: TODAY.id }) });
    put(both, 'løs', { at: atOf([0, 5000, 0]) });
    put(both, 'i temaet', { at: atOf([500, 300, 0], { zone: TODAY.id }), theme: 'øving' });
    put(both, 'i feltet', { at: atOf([20, 200, 0], { zone: TODAY.id }) });
    const { zones, loose } = readOutline(both);
    expect(zones.map(({ zone }) => zone?.title)).toEqual(['today', 'desired']);
    expect(zones[1]?.zone).toMatchObject({ kind: 'desired', tint: 'green', question: 'Når vi har lyktes?' });
    expect(zones[0]?.themes.map(({ title, notes }) => [title, notes.map(({ text }) => text)])).toEqual([
      ['øving', ['i temaet']],
    ]);
    expect([texts(zones[0]), texts(loose), loose.zone]).toEqual([['i feltet'], ['løs'], null]);
  });

  test('[U50] a note says its text, author, perspective and colour, and where to write in it', () => {
    const author = { id: 'p1', name: 'Kari' };
    const both = withNotes([
      'Flygelet',
      20,
      200,
      { author, perspective: { sector: 'school' }, colour: 'pink', createdAt: 7 },
    ]);
    const note = readOutline(both).zones[0]?.notes[0];
    expect(note).toMatchObject({
      text: 'Flygelet',
      author,
      perspective: { sector: 'school' },
      colour: 'pink',
      createdAt: 7,
    });
    expect(note?.fragment).toBe(fragmentOf(recordIn(both, id('Flygelet')) as RecordMap));
  });

  test('[U50] drawings, images and other shapes are counted where they stand; a group is none', () => {
    const both = papers();
    const stands = { at: atOf([0, 0, 0], { zone: TODAY.id }) };
    for (const [name, type] of [
      ['d', 'draw'],
      ['h', 'highlight'],
      ['i', 'image'],
      ['g', 'geo'],
      ['gr', 'group'],
    ] as const)
      put(both, name, { kind: 'shape', type, ...stands });
    put(both, 'inni', { kind: 'shape', type: 'draw', at: atOf([0, 0, 0], { parent: 'gr' }) });
    const outline = readOutline(both);
    expect(outline.zones[0]?.shapes).toEqual({ drawings: 3, images: 1, others: 1 });
    expect(outline.loose.shapes).toEqual({ drawings: 0, images: 0, others: 0 });
  });

  test('[U50] a note in a group is listed in the zone where the group stands, and in reading order by where it lies', () => {
    const both = withNotes(['sist', 20, 700], ['først', 20, 200]);
    put(both, 'gruppe', { kind: 'shape', type: 'group', at: atOf([20, 450, 0], { zone: TODAY.id }) });
    put(both, 'gruppert', { at: atOf([0, 0, 0], { parent: 'gruppe' }) });
    expect(texts(readOutline(both).zones[0])).toEqual(['først', 'gruppert', 'sist']);
  });

  test('[U50] a theme has all that it gathers, also what lies over the zone’s edge; without its theme a note is its zone’s', () => {
    const both = withNotes(['ved siden av', 20, 900, { theme: 'øving', at: atOf([20, 900, 0], { zone: DESIRED.id }) }]);
    put(both, 'øving', { kind: 'theme', at: atOf([20, 200, 0], { zone: TODAY.id }) });
    const outline = followOutline(both);
    expect(outline.get().zones[0]?.themes[0]?.notes).toHaveLength(1);
    expect(outline.listingOf(id('ved siden av'))).toEqual({ zone: TODAY.id, theme: 'øving' });
    recordsOf(both.canvas).delete('øving');
    expect(texts(outline.get().zones[1])).toEqual(['ved siden av']);
    expect(outline.listingOf(id('ved siden av'))).toEqual({ zone: DESIRED.id, theme: null });
  });

  test('[U50] the notes of a zone that was taken away are listed as standing in none, where they stood', () => {
    const both = withNotes(['under', 20, 400], ['over', 20, 200]);
    removeZone(recordsOf(both.plan).get(TODAY.id) as RecordMap);
    expect(texts(readOutline(both).loose)).toEqual(['over', 'under']);
  });

  test('[U50] what is locked is listed with the rest, and says so', () => {
    const both = withNotes(['fri', 20, 200]);
    addRecord(both.plan, id('låst'), {
      kind: 'note',
      at: atOf([400, 200, 0], { zone: TODAY.id }),
      text: written('låst'),
    });
    const notes = readOutline(both).zones[0]?.notes;
    expect(notes?.map(({ text, document }) => [text, document])).toEqual([
      ['fri', 'canvas'],
      ['låst', 'plan'],
    ]);
  });

  test('[U51] notes can be listed by when they were made; what does not say so is last', () => {
    const both = withNotes(
      ['nyest', 20, 200, { createdAt: 30 }],
      ['uten', 240, 200, { createdAt: Number.NaN }],
      ['eldst', 20, 600, { createdAt: 10 }],
    );
    expect(texts(readOutline(both, 'time').zones[0])).toEqual(['eldst', 'nyest', 'uten']);
  });

  test('[U54] a letter typed in a note is told, and undone the note has a new text to write in', () => {
    const both = withNotes(['a', 20, 200], ['b', 20, 500]);
    const outline = followOutline(both);
    const told: OutlineChange[] = [];
    outline.subscribe((change) => told.push(change));
    const [a, b] = outline.get().zones[0]?.notes ?? [];
    lettersIn(a?.fragment).insert(1, 'bc');
    expect(outline.get().zones[0]?.notes.map((note) => [note.text, note === b])).toEqual([
      ['abc', false],
      ['b', true],
    ]);
    recordsOf(both.canvas).set('a', recordsOf(both.canvas).get('a')?.clone() as RecordMap);
    expect(outline.get().zones[0]?.notes[0]?.fragment).not.toBe(a?.fragment);
    expect(told).toEqual([1, 2].map(() => ({ zones: new Set([TODAY.id]), themes: new Set() })));
    outline.close();
    recordsOf(both.canvas).delete('a');
    expect(told).toHaveLength(2);
  });

  test.each<[string, Record<string, unknown>]>([
    ['has no place', {}],
    ['has a place that is no number', { at: [Number.NaN, 0, 0] }],
    ['is of a kind that nobody knows', { kind: 'hologram', at: [0, 0, 0] }],
    ['is a shape that nobody knows', { kind: 'shape', type: 'hologram', at: [0, 0, 0] }],
    ['says as a shape that it is a note', { kind: 'shape', type: 'board-note', at: [0, 0, 0] }],
    ['is beyond any page', { at: [1e300, 0, 0] }],
    ['is a book', { at: [0, 0, 0], text: written('å'.repeat(200_000)) }],
    ['is a zone that a participant made', { kind: 'zone', at: [0, 0, 0], w: 900, h: 900, order: 0 }],
    ['is a tie to nowhere', { kind: 'binding', type: 'arrow' }],
  ])('[U53] a record that %s is skipped and counted, and disturbs no other', (_what, values) => {
    const both = withNotes(['a', 20, 200], ['b', 20, 600]);
    const outline = followOutline(both);
    const before = outline.get();
    const told: OutlineChange[] = [];
    outline.subscribe((change) => told.push(change));
    put(both, 'ødelagt', values);
    expect(outline.get()).toEqual({ ...before, skipped: 1 });
    expect([outline.get().zones, readOutline(both).skipped]).toEqual([before.zones, 1]);
    recordsOf(both.canvas).delete('ødelagt');
    expect(outline.get()).toEqual(before);
    expect(told).toEqual([1, 2].map(() => ({ zones: new Set(), themes: new Set() })));
  });

  test('[U53] what lies in itself, in what is gone, or too deep for anybody is listed as lying on the page', () => {
    const both = papers();
    for (const [name, parent] of [
      ['s1', 's2'],
      ['s2', 's1'],
      ['s3', 's3'],
    ] as const)
      put(both, name, { kind: 'shape', type: 'group', at: atOf([0, 0, 0], { parent }) });
    for (let depth = 0; depth < 40; depth += 1)
      put(both, `d${depth}`, {
        kind: 'shape',
        type: 'group',
        at: atOf([0, 0, 0], depth === 0 ? {} : { parent: `d${depth - 1}` }),
      });
    for (const parent of ['s1', 's3', 'd39', 'nowhere']) put(both, `i ${parent}`, { at: atOf([0, 0, 0], { parent }) });
    expect(texts(readOutline(both).loose)).toEqual(['i d39', 'i nowhere', 'i s1', 'i s3']);
  });

  test('[U53] what is no record, and a zone that nobody can show, are skipped', () => {
    const both = withNotes(['a', 20, 200]);
    recordsOf(both.canvas).set('ingenting', 7 as unknown as RecordMap);
    recordsOf(both.plan).get(TODAY.id)?.set('w', Number.NaN);
    const outline = readOutline(both);
    expect([outline.skipped, outline.zones.length, texts(outline.loose)]).toEqual([2, 1, ['a']]);
  });
});
