/** What a participant with a program of their own can write into the canvas, and what it costs the others: nothing. */
import { addNote, addRecord, readZones, recordsOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import { expect, test } from './support/fixtures.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

const AT = [300, 600, 0];

function deepText(depth: number): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  let parent: Y.XmlFragment = fragment;
  for (let level = 0; level < depth; level += 1) {
    const child = new Y.XmlElement('listItem');
    parent.insert(0, [child]);
    parent = child;
  }
  return fragment;
}

function unknownText(): Y.XmlFragment {
  const fragment = new Y.XmlFragment();
  fragment.insert(0, [new Y.XmlElement('evil')]);
  return fragment;
}

const HOSTILE: Record<string, (zone: RecordId) => Record<string, unknown>> = {
  'a text of unknown nodes': () => ({ kind: 'shape', type: 'text', at: AT, index: 'a1', text: unknownText() }),
  'a note nested in lists within lists': () => ({ kind: 'note', at: AT, index: 'a1', text: deepText(28) }),
  'a type that every object has': () => ({ kind: 'shape', type: 'constructor', at: AT, index: 'a1' }),
  'a line without points': () => ({ kind: 'shape', type: 'line', at: AT, index: 'a1', 'p.points': {} }),
  'a shape larger than any page': () => ({
    kind: 'shape',
    type: 'geo',
    at: AT,
    index: 'a1',
    'p.h': 1e300,
    'p.w': 1e300,
  }),
  'a place beyond any page': () => ({ kind: 'note', at: [1e300, -1e300, 0], index: 'a1' }),
  'an index that is none': () => ({ kind: 'note', at: AT, index: '../..' }),
  'a frame over a whole zone': (zone) => ({
    kind: 'shape',
    type: 'frame',
    at: [-9, -9, 0],
    zone,
    index: 'a1',
    'p.w': 3000,
    'p.h': 3000,
  }),
  'itself as its parent': () => ({ kind: 'shape', type: 'geo', at: AT, index: 'a1', parent: 'hostile' }),
  'a link that runs a script': () => ({
    kind: 'shape',
    type: 'geo',
    at: AT,
    index: 'a1',
    'p.url': 'javascript:alert(1)',
  }),
  'an author who is no author': () => ({
    kind: 'note',
    at: AT,
    index: 'a1',
    author: { id: 1, name: {} },
    colour: 'plaid',
  }),
};

for (const [what, values] of Object.entries(HOSTILE)) {
  test(`[E19] a record with ${what} takes nothing else with it`, async ({ server, makeBoard, join }) => {
    const { links } = await makeBoard();
    const kari = await join(links.facilitator, 'Kari');
    const joined = await joinByScript(server.origin, links.participant, 'Mallory');
    const { plan, canvas } = joined.documents;
    const { opened, close } = await openByScript(server.origin, joined, [plan, canvas]);
    const [planDoc, canvasDoc] = opened.map(({ doc }) => doc);
    if (planDoc === undefined || canvasDoc === undefined) throw new Error('Nothing was opened.');
    const zone = readZones(planDoc).find(({ title }) => title === 'I dag');
    if (zone === undefined) throw new Error('The zone is missing.');

    addRecord(canvasDoc, 'hostile' as RecordId, values(zone.id));
    addNote(canvasDoc, { text: 'Etter den onde', zone });
    await expect(kari.note('Etter den onde')).toBeVisible();
    await kari.page.keyboard.press('Control+a');
    await kari.page.keyboard.press('Escape');
    await kari.writeIn('Begrunnelse', 'Alt virker');

    const later = await join(links.participant, 'Siri');
    await expect(later.note('Alt virker')).toBeVisible();
    expect(recordsOf(canvasDoc).has('hostile')).toBe(true);
    close();
  });
}
