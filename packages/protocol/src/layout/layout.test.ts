import { anything, assert, constantFrom, dictionary, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { now, type Millis, type RecordId } from '../ids.ts';
import { indexAt } from './drawing-order.ts';
import { NOTE_SIDE, ZONE_HEADING_HEIGHT } from '@samtavla/templates';
import { freePlace } from './free-place.ts';
import { addNote, noteOf, readNotes } from './notes.ts';
import { addZone, readPlanFacts, readZones, removeZone, writePlanFacts, zonePlace, type PlanZone } from './plan.ts';
import { addRecord, atOf, parentOf, placeOf, recordsOf, zoneIdOf, type RecordMap } from './records.ts';
import { OPEN_STAGE, readStage, writeStage } from './stage.ts';
import { addTheme, readThemes } from './themes.ts';
import { fragmentOfLines, fragmentOfRichText, linesOf, richTextOf, type RichText } from './text.ts';

const zone: PlanZone = {
  id: 'z1' as RecordId,
  kind: 'desired',
  title: 'Ønsket situasjon',
  question: 'Hvordan ser det ut når vi har lyktes?',
  box: { x: 10, y: 20, w: 900, h: 700 },
  tint: 'green',
  order: 0,
};

/** A text type reads as empty until it stands in a document. */
function inDocument(fragment: Y.XmlFragment): Y.XmlFragment {
  new Y.Doc().getMap('texts').set('text', fragment);
  return fragment;
}

describe('the plan and the stage', () => {
  test('[P4] what is written of the plan reads the same', () => {
    const doc = new Y.Doc();
    const facts = {
      title: 'Vår kommune',
      locale: 'nn',
      template: 'hvor-er-vi',
      preset: 'standard',
      anonymous: true,
      guide: 'Skriv kvar for seg først.',
      sectors: [{ id: 'school', name: 'Skule' }],
      levels: [],
      domains: [{ id: 'culture', name: 'Kultur' }],
      values: [],
      phases: [{ id: 'p', name: 'Velkomen', minutes: 5, zones: [zone.id], private: false, closes: false, vote: null }],
    } as const;
    writePlanFacts(doc, facts);
    addZone(doc, zone);
    expect(readPlanFacts(doc)).toEqual(facts);
    expect(readZones(doc)).toEqual([zone]);
  });

  test('[P4] an entry of a list that is none is left out', () => {
    const doc = new Y.Doc();
    doc.getMap('about').set('sectors', [null, 'Skule', { id: 'school' }, { id: 'school', name: 'Skule' }]);
    doc.getMap('about').set('phases', [{ id: 'p', name: 'Pause' }, 7]);
    expect(readPlanFacts(doc)).toMatchObject({ sectors: [{ id: 'school', name: 'Skule' }], phases: [] });
  });

  test('[P4] the stage is one value, never half new', () => {
    const doc = new Y.Doc();
    expect(readStage(doc)).toBeNull();
    writeStage(doc, OPEN_STAGE);
    expect(readStage(doc)).toEqual(OPEN_STAGE);
  });

  test('[P5] a zone taken away is no zone, but still says where it stood', () => {
    const doc = new Y.Doc();
    const record = addZone(doc, zone);
    removeZone(record);
    expect(readZones(doc)).toEqual([]);
    expect(zonePlace(record)).toEqual({ x: 10, y: 20 });
  });
});

describe('notes without a canvas', () => {
  test('[P6] a note is written and read without tldraw, and finds a free place in its zone', () => {
    const doc = new Y.Doc();
    for (let n = 0; n < 7; n += 1)
      addNote(doc, { text: `lapp ${n}\nmed to linjer`, zone, perspective: { sector: 'school' } });
    const notes = readNotes(doc);
    expect(notes).toHaveLength(7);
    expect(notes[0]).toMatchObject({
      text: 'lapp 0\nmed to linjer',
      zone: 'z1',
      perspective: { sector: 'school' },
      author: null,
    });
    expect(new Set(notes.map(({ at }) => at.join())).size).toBe(7);
    expect(notes.every(({ at: [x, y] }) => x >= 0 && y >= ZONE_HEADING_HEIGHT && x + NOTE_SIDE <= zone.box.w)).toBe(
      true,
    );
  });

  test('[P12] a theme is written and read without tldraw, and a note says which theme gathers it', () => {
    const doc = new Y.Doc();
    const theme = addTheme(doc, { title: 'Øving og rom', zone, at: [40, 200] });
    const note = addNote(doc, { text: 'Flygelet i kirka', zone });
    recordsOf(doc).get(note)?.set('theme', theme);
    expect(readThemes(doc)).toEqual([{ id: theme, title: 'Øving og rom', zone: 'z1', at: [40, 200] }]);
    expect(readNotes(doc)[0]?.theme).toBe(theme);
  });

  test('[P14] what layout 1 stored of a place reads the same, until it is moved', () => {
    const doc = new Y.Doc();
    const inZone = addRecord(doc, 'n1' as RecordId, { kind: 'note', at: [40, 50, 0], zone: 'z1', parent: null });
    const inShape = addRecord(doc, 's1' as RecordId, { kind: 'shape', at: [1, 2, 0], zone: null, parent: 'g1' });
    expect([placeOf(inZone), zoneIdOf(inZone), parentOf(inZone)]).toEqual([[40, 50, 0], 'z1', null]);
    expect([placeOf(inShape), zoneIdOf(inShape), parentOf(inShape)]).toEqual([[1, 2, 0], null, 'g1']);
    for (const record of [inZone, inShape]) record.set('at', atOf([7, 8, 0]));
    expect([inZone, inShape].map((record) => [zoneIdOf(record), parentOf(record)])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('[P6] a full zone takes its next notes too, each where it can be seen', () => {
    const small = { w: 500, h: 620 };
    const taken: { x: number; y: number; w: number; h: number }[] = [];
    for (let n = 0; n < 8; n += 1) {
      const [x, y] = freePlace(small, taken);
      expect(x + NOTE_SIDE <= small.w && y + NOTE_SIDE <= small.h).toBe(true);
      taken.push({ x, y, w: NOTE_SIDE, h: NOTE_SIDE });
    }
    expect(new Set(taken.map(({ x, y }) => `${x},${y}`)).size).toBe(8);
  });

  test('[P6] something that covers the whole zone is no reason to go out of it', () => {
    const [x, y] = freePlace({ w: 500, h: 620 }, [{ x: -1e300, y: -1e300, w: 3e300, h: 3e300 }]);
    expect(x + NOTE_SIDE <= 500 && y + NOTE_SIDE <= 620).toBe(true);
  });

  test('[P7] whatever another client wrote, a reader answers with a note or with null', () => {
    const value = oneof(anything(), constantFrom('note', 'zone', [0, 0, 0], [1, Number.NaN, 0]));
    assert(
      property(
        dictionary(constantFrom('kind', 'at', 'zone', 'colour', 'author', 'text', 'createdAt'), value),
        (keys) => {
          const doc = new Y.Doc();
          const record: RecordMap = new Y.Map();
          recordsOf(doc).set('r', record);
          for (const [key, each] of Object.entries(keys)) if (isStorable(each)) record.set(key, each);
          const note = noteOf('r' as RecordId, record);
          return note === null || (typeof note.text === 'string' && note.at.every(Number.isFinite));
        },
      ),
    );
  });

  test('[P8] drawing order follows the time notes were made, and two of one moment differ', () => {
    const times = [0, 1, 61, 62, 1_700_000_000_000, now(), now() + 1] as Millis[];
    const indexes = times.map(indexAt);
    expect(indexes.toSorted()).toEqual(indexes);
    expect(indexAt(now())).not.toBe(indexAt(now()));
    for (const index of indexes) expect(index).toMatch(/^g[0-9A-Za-z]{7}[0-9A-Za-z]*[1-9A-Za-z]$/);
  });
});

const isStorable = (value: unknown): boolean => {
  try {
    new Y.Doc().getMap('m').set('k', value);
    return true;
  } catch {
    return false;
  }
};

describe('texts', () => {
  const rich: RichText = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        attrs: { dir: 'auto' },
        content: [
          { type: 'text', text: 'Vi ' },
          { type: 'text', text: 'må', marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://ks.no' } }] },
          { type: 'text', text: ' øve' },
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'sammen' }] }] }],
      },
      { type: 'paragraph' },
    ],
  };

  test('[P9] a text with marks and lists comes back as it was', () => {
    expect(richTextOf(inDocument(fragmentOfRichText(rich)))).toEqual(rich);
  });

  test('[P9] a text nested deeper than any editor makes one is read without its depths', () => {
    const fragment = inDocument(new Y.XmlFragment());
    let parent: Y.XmlFragment = fragment;
    for (let depth = 0; depth < 5_000; depth += 1) {
      const child = new Y.XmlElement('listItem');
      parent.insert(0, [child]);
      parent = child;
    }
    expect(linesOf(fragment)).toBe('');
  });

  test('[P9] its lines are its paragraphs', () => {
    expect(linesOf(inDocument(fragmentOfRichText(rich)))).toBe('Vi må øve\nsammen\n');
    expect(linesOf(inDocument(fragmentOfLines('en\r\nto\n\ntre')))).toBe('en\nto\n\ntre');
  });

  test('[P9] an empty text has a paragraph to type in, so that two who begin at once share it', () => {
    const paragraph = inDocument(fragmentOfLines('')).get(0) as Y.XmlElement;
    expect(paragraph.nodeName).toBe('paragraph');
    expect(paragraph.get(0)).toBeInstanceOf(Y.XmlText);
  });
});
