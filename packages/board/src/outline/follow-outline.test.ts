import {
  addRecord,
  atOf,
  fragmentOf,
  linesOf,
  recordsOf,
  removeZone,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { assert, property } from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import {
  DESIRED,
  hands,
  largeBoard,
  papers,
  recordIn,
  steps,
  sync,
  TODAY,
  zoneCalled,
  type Papers,
} from './a-board.ts';
import { followOutline, readOutline } from './follow-outline.ts';
import type { Outline, OutlineChange, OutlineZone } from './outline.ts';

const id = (name: string) => name as RecordId;

/** An outline as values, with texts that are those of the records as they are now. */
function said(papersOf: Papers, outline: Outline): unknown {
  const text = ({ id: of, fragment }: { id: RecordId; fragment: Y.XmlFragment | null }) => {
    const record = recordIn(papersOf, of);
    expect(fragment).toBe(record === undefined ? null : fragmentOf(record));
    return fragment === null ? null : linesOf(fragment);
  };
  const zone = ({ themes, notes, ...rest }: OutlineZone) => ({
    ...rest,
    themes: themes.map((theme) => ({ ...theme, fragment: text(theme), notes: theme.notes.map(note) })),
    notes: notes.map(note),
  });
  const note = (each: OutlineZone['notes'][number]) => ({ ...each, fragment: text(each) });
  return { ...outline, zones: outline.zones.map(zone), loose: zone(outline.loose) };
}

const groupsOf = ({ zones, loose }: Outline) => {
  const all = [...zones, loose];
  return {
    zones: new Map(all.map((zone) => [zone.zone?.id ?? null, zone])),
    themes: new Map(all.flatMap(({ themes }) => themes).map((theme) => [theme.id, theme])),
  };
};

/** The ids whose objects are others than before. */
function others<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): Set<K> {
  return new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
}

const texts = (zone: OutlineZone | undefined) => zone?.notes.map(({ text }) => text);

function board(...notes: readonly (readonly [text: string, x: number, y: number, values?: Record<string, unknown>])[]) {
  const both = papers();
  for (const [text, x, y, values] of notes) put(both, text, { at: atOf([x, y, 0], { zone: TODAY.id }), ...values });
  return both;
}

function put({ canvas }: Papers, text: string, values: Record<string, unknown>): RecordMap {
  const kind = values['kind'] ?? 'note';
  const fragment = kind === 'note' || kind === 'theme' ? { text: written(text) } : {};
  return addRecord(canvas, id(text), { kind, ...fragment, ...values });
}

function written(text: string): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  fragment.insert(0, [paragraph]);
  return fragment;
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
    const both = board([
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
    const both = board(['sist', 20, 700], ['først', 20, 200]);
    put(both, 'gruppe', { kind: 'shape', type: 'group', at: atOf([20, 450, 0], { zone: TODAY.id }) });
    put(both, 'gruppert', { at: atOf([0, 0, 0], { parent: 'gruppe' }) });
    expect(texts(readOutline(both).zones[0])).toEqual(['først', 'gruppert', 'sist']);
  });

  test('[U50] a theme has all that it gathers, also what lies over the zone’s edge; without its theme a note is its zone’s', () => {
    const both = board(['ved siden av', 20, 900, { theme: 'øving', at: atOf([20, 900, 0], { zone: DESIRED.id }) }]);
    put(both, 'øving', { kind: 'theme', at: atOf([20, 200, 0], { zone: TODAY.id }) });
    const outline = followOutline(both);
    expect(outline.get().zones[0]?.themes[0]?.notes).toHaveLength(1);
    expect(outline.listingOf(id('ved siden av'))).toEqual({ zone: TODAY.id, theme: 'øving' });
    recordsOf(both.canvas).delete('øving');
    expect(texts(outline.get().zones[1])).toEqual(['ved siden av']);
    expect(outline.listingOf(id('ved siden av'))).toEqual({ zone: DESIRED.id, theme: null });
  });

  test('[U50] the notes of a zone that was taken away are listed as standing in none, where they stood', () => {
    const both = board(['under', 20, 400], ['over', 20, 200]);
    removeZone(recordsOf(both.plan).get(TODAY.id) as RecordMap);
    expect(texts(readOutline(both).loose)).toEqual(['over', 'under']);
  });

  test('[U50] what is locked is listed with the rest, and says so', () => {
    const both = board(['fri', 20, 200]);
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
    const both = board(
      ['nyest', 20, 200, { createdAt: 30 }],
      ['uten', 240, 200, { createdAt: Number.NaN }],
      ['eldst', 20, 600, { createdAt: 10 }],
    );
    expect(texts(readOutline(both, 'time').zones[0])).toEqual(['eldst', 'nyest', 'uten']);
  });

  test('[U53] a letter typed in a note is told, and undone the note has a new text to write in', () => {
    const both = board(['a', 20, 200], ['b', 20, 500]);
    const outline = followOutline(both);
    const told: OutlineChange[] = [];
    outline.subscribe((change) => told.push(change));
    const [a, b] = outline.get().zones[0]?.notes ?? [];
    ((a?.fragment?.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(1, 'bc');
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

  test.each(['place', 'time'] as const)(
    '[U53] after whatever happens it is as if read from scratch, by %s',
    (order) => {
      assert(
        property(steps(40), steps(40), (mine, theirs) => {
          const [a, b] = [papers(), papers([])];
          sync(a, b);
          const outline = followOutline(a, order);
          const people = [hands(a, b, 'a'), hands(b, a, 'b')] as const;
          let told: OutlineChange[] = [];
          outline.subscribe((change) => told.push(change));
          for (let turn = 0; turn < Math.max(mine.length, theirs.length); turn += 1) {
            for (const [who, list] of [mine, theirs].entries()) {
              const step = list[turn];
              if (step === undefined) continue;
              const before = outline.get();
              told = [];
              people[who]?.do(step);
              expect(said(a, outline.get())).toEqual(said(a, readOutline(a, order)));
              expectTold(before, outline.get(), told);
            }
          }
          for (const each of people) each.close();
        }),
        { numRuns: 150 },
      );
    },
  );
});

/** Who listens is told of every group that is another object, and of no other; and what says the same is the same object. */
function expectTold(before: Outline, after: Outline, told: readonly OutlineChange[]): void {
  const [was, is] = [groupsOf(before), groupsOf(after)];
  for (const kind of ['zones', 'themes'] as const) {
    const changed = others<RecordId | null, unknown>(was[kind], is[kind]);
    for (const key of changed) expect(told.some((change) => change[kind].has(key as RecordId))).toBe(true);
    if (told.length < 2) for (const { [kind]: keys } of told) expect(new Set(keys)).toEqual(changed);
  }
  if (told.length === 0) expect(after).toBe(before);
}

describe('a change among 5 000 notes', () => {
  /** The records that anything was asked of while something is done. Nobody walks through all there are. */
  function asked(board: Papers, change: () => void): Set<unknown> {
    const records = new Set<unknown>();
    const roots = new Set<unknown>([recordsOf(board.plan), recordsOf(board.canvas)]);
    const { get, entries } = Y.Map.prototype;
    const spies = [
      vi.spyOn(Y.Map.prototype, 'get').mockImplementation(function spied(this: Y.Map<unknown>, key) {
        if (!roots.has(this)) records.add(this);
        return get.call(this, key);
      }),
      vi.spyOn(Y.Map.prototype, 'entries').mockImplementation(function spied(this: Y.Map<unknown>) {
        expect(roots.has(this)).toBe(false);
        records.add(this);
        return entries.call(this);
      }),
      ...(['keys', 'values', 'forEach', 'toJSON'] as const).map((walk) =>
        vi.spyOn(Y.Map.prototype, walk).mockImplementation(() => expect.unreachable(walk)),
      ),
    ];
    change();
    for (const spy of spies) spy.mockRestore();
    return records;
  }
  const large = largeBoard(5000);
  const outline = followOutline(large);
  const note = (place: number) => recordsOf(large.canvas).get(large.notes[place] ?? '') as RecordMap;

  test('[U54] reads the one record, and every group that it does not touch is the same object', () => {
    const before = groupsOf(outline.get());
    const changes: [string, () => void][] = [
      ['typed', () => ((fragmentOf(note(7))?.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'x')],
      ['moved', () => note(1234).set('at', atOf([40, 300, 0], { zone: 'zone-1' }))],
      ['recoloured', () => note(4999).set('colour', 'pink')],
      ['deleted', () => recordsOf(large.canvas).delete(large.notes[77] ?? '')],
    ];
    for (const [what, change] of changes) {
      expect([what, asked(large, change).size]).toEqual([what, what === 'deleted' ? 0 : 1]);
    }
    const after = groupsOf(outline.get());
    expect(others(before.zones, after.zones).size).toBeLessThanOrEqual(4);
    expect(others(before.themes, after.themes).size).toBeLessThanOrEqual(4);
    expect(after.themes.size).toBe(128);
  });

  test('[U54] a zone that is moved is one record read, and no note is another object', () => {
    const before = groupsOf(outline.get());
    const zone = recordsOf(large.plan).get('zone-2') as RecordMap;
    expect(asked(large, () => zone.set('at', atOf([100_000, 0, 0]))).size).toBe(1);
    const after = groupsOf(outline.get());
    expect(others(before.zones, after.zones)).toEqual(new Set(['zone-2']));
    expect(after.zones.get(id('zone-2'))?.notes).toBe(before.zones.get(id('zone-2'))?.notes);
  });

  test('[U54] what is not of the outline changes nothing in it', () => {
    const before = outline.get();
    expect(asked(large, () => note(9).set('opacity', 0.5)).size).toBe(1);
    large.plan.getMap('about').set('title', 'Ny tittel');
    addRecord(large.canvas, id('strek'), { kind: 'binding', type: 'arrow', from: 'a', to: 'b' });
    expect(outline.get()).toBe(before);
  });
});
