/** Going back in a document: by documents alone, without a server. */
import {
  addNote,
  addRecord,
  addZone,
  fragmentOf,
  fragmentOfLines,
  atOf,
  fragmentOfRichText,
  newRecordId,
  readNotes,
  readPlanFacts,
  readZones,
  recordsOf,
  renameBoard,
  replaceText,
  richTextOf,
  stampLayout,
  type PlanZone,
  type RecordId,
} from '@samtavla/protocol';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bringBack } from '../src/versions/bring-back.ts';

const zone: PlanZone = {
  id: 'zone-1' as RecordId,
  kind: 'current',
  title: 'I dag',
  question: 'Hva har vi?',
  box: { x: 0, y: 0, w: 900, h: 900 },
  tint: 'blue',
  order: 0,
};

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdateV2(copy, Y.encodeStateAsUpdateV2(doc));
  return copy;
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  const [mine, theirs] = [Y.encodeStateAsUpdate(one), Y.encodeStateAsUpdate(other)];
  Y.applyUpdate(one, theirs);
  Y.applyUpdate(other, mine);
}

const plain = (doc: Y.Doc) => ({
  records: recordsOf(doc).toJSON() as Record<string, Record<string, unknown>>,
  about: doc.getMap('about').toJSON(),
});

function note(doc: Y.Doc, id: string, text: string, more: Record<string, unknown> = {}): void {
  addRecord(doc, id as RecordId, {
    kind: 'note',
    at: [0, 0, 0],
    zone: null,
    parent: null,
    index: 'a1',
    colour: 'yellow',
    text: fragmentOfLines(text),
    ...more,
  });
}

const textOf = (doc: Y.Doc, id: string) => {
  const record = recordsOf(doc).get(id);
  const fragment = record && fragmentOf(record);
  if (!fragment) throw new Error(`${id} has no text.`);
  return fragment;
};

test('[V4] what was changed, deleted or added since is as it was, to the last property', () => {
  const doc = new Y.Doc();
  stampLayout(doc);
  note(doc, 'a', 'Koret øver i kirka');
  note(doc, 'b', 'Bokbussen', { owner: { name: 'Kari' } });
  const old = copyOf(doc);
  recordsOf(doc).get('a')?.set('colour', 'pink');
  recordsOf(doc).get('a')?.set('locked', true);
  recordsOf(doc).get('a')?.delete('parent');
  replaceText(textOf(doc, 'a'), {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'nei' }] }],
  });
  recordsOf(doc).delete('b');
  note(doc, 'c', 'Ny i dag');
  bringBack(doc, old);
  expect(plain(doc)).toEqual(plain(old));
});

test('[V4] what is equal is not touched: going back to what is, changes nothing at all', () => {
  const doc = new Y.Doc();
  stampLayout(doc);
  note(doc, 'a', 'En\nTo');
  addZone(doc, zone);
  let updates = 0;
  doc.on('update', () => (updates += 1));
  bringBack(doc, copyOf(doc));
  expect(updates).toBe(0);
});

test('[V4] of a text the paragraphs that are the same stay, with whoever types in them', () => {
  const doc = new Y.Doc();
  note(doc, 'a', 'Først\nså\nsist');
  const old = copyOf(doc);
  const kari = copyOf(doc);
  const middle = textOf(doc, 'a').get(1);
  if (middle instanceof Y.XmlElement) (middle.get(0) as Y.XmlText).insert(0, 'ikke ');
  const last = textOf(kari, 'a').get(2);
  if (last instanceof Y.XmlElement) (last.get(0) as Y.XmlText).insert(4, ' av alt');
  bringBack(doc, old);
  exchange(doc, kari);
  expect(readNotes(doc).map(({ text }) => text)).toEqual(['Først\nså\nsist av alt']);
});

test('[V4] marks and lists come back as they were', () => {
  const doc = new Y.Doc();
  const rich = fragmentOfRichText({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'fet', marks: [{ type: 'bold' }] },
          { type: 'text', text: ' og ikke' },
        ],
      },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'punkt' }] }] }],
      },
    ],
  });
  note(doc, 'a', '', { text: rich });
  const old = copyOf(doc);
  replaceText(textOf(doc, 'a'), { type: 'doc', content: [{ type: 'paragraph' }] });
  bringBack(doc, old);
  expect(richTextOf(textOf(doc, 'a'))).toEqual(richTextOf(textOf(old, 'a')));
});

test('[V4] a zone of today is taken away and still says where it stood; the plan and its title come back', () => {
  const doc = new Y.Doc();
  stampLayout(doc);
  renameBoard(doc, 'Skolestart');
  addZone(doc, zone);
  const old = copyOf(doc);
  const added = { ...zone, id: newRecordId(), title: 'Ny', order: 1 };
  addZone(doc, added);
  recordsOf(doc).get(zone.id)?.set('gone', true);
  renameBoard(doc, 'Noe annet');
  bringBack(doc, old);
  expect(readZones(doc)).toEqual([zone]);
  expect(readPlanFacts(doc).title).toBe('Skolestart');
  expect(recordsOf(doc).get(added.id)?.toJSON()).toMatchObject({ gone: true, at: atOf([0, 0, 0]) });
});

test('[V9] edits made meanwhile without a line merge, whatever they were, and everybody ends with the same', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const edit = fc.record({
    id: fc.constantFrom(...ids),
    what: fc.constantFrom('text', 'colour', 'delete', 'add', 'place'),
    value: fc.integer({ min: 0, max: 9 }),
  });
  const edits = fc.array(edit, { maxLength: 12 });
  const apply = (doc: Y.Doc, all: readonly { id: string; what: string; value: number }[]) => {
    for (const { id, what, value } of all) {
      const record = recordsOf(doc).get(id);
      if (what === 'add') note(doc, `${id}-${value}`, `Ny ${value}`);
      else if (what === 'delete') recordsOf(doc).delete(id);
      else if (record === undefined) note(doc, id, `Igjen ${value}`);
      else if (what === 'colour') record.set('colour', `farge-${value}`);
      else if (what === 'place') record.set('at', [value, 0, 0]);
      else {
        const paragraph = textOf(doc, id).get(0);
        if (paragraph instanceof Y.XmlElement) (paragraph.get(0) as Y.XmlText).insert(0, `${value} `);
      }
    }
  };
  fc.assert(
    fc.property(edits, edits, (online, offline) => {
      const doc = new Y.Doc();
      for (const id of ids) note(doc, id, `Lapp ${id}`);
      const old = copyOf(doc);
      const kari = copyOf(doc);
      apply(doc, online);
      apply(kari, offline);
      bringBack(doc, old);
      expect(plain(doc)).toEqual(plain(old));
      exchange(doc, kari);
      expect(plain(doc)).toEqual(plain(kari));
      // Whatever came of it, it is notes that can be read.
      expect(readNotes(doc).length).toBe(recordsOf(doc).size);
      bringBack(doc, old);
      expect(plain(doc)).toEqual(plain(old));
    }),
  );
});

test('[V4] what no software of ours wrote comes back as well, and breaks nothing', () => {
  const doc = new Y.Doc();
  note(doc, 'a', 'Lapp', { nested: new Y.Map([['deep', new Y.Array()]]), odd: [1, { two: 2 }] });
  recordsOf(doc).set('no-record', 'a string' as never);
  const old = copyOf(doc);
  recordsOf(doc).get('a')?.set('nested', 3);
  recordsOf(doc).set('no-record', new Y.Map([['now', 'one']]) as never);
  addNote(doc, { text: 'Ny' });
  bringBack(doc, old);
  expect(plain(doc)).toEqual(plain(old));
});
