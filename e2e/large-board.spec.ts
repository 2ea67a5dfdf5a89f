/** A board of thousands of notes: what is painted looks and answers like what is an element. */
import { addNote, addRecord, fragmentOfLines, newRecordId, recordsOf, type RecordId } from '@samtavla/protocol';
import type { Page } from '@playwright/test';
import type * as Y from 'yjs';
import { expect, test } from './support/fixtures.ts';
import { findColour, PAINTED_NOTES } from './support/painted-colour.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

const NOTES = 2_000;
const IN_A_ROW = 50;
const RIGHT_OF_ZONES = 6_000;
/** In the middle of the board, and the only one of its colour. */
const MARKED = 1_025;

/** The papers' darker colours in `note.css`: from afar a note is one colour. */
const BLUE = [183, 215, 247];
const GREEN = [188, 230, 185];

function fill(doc: Y.Doc): RecordId {
  const ids = Array.from({ length: NOTES }, newRecordId);
  doc.transact(() => {
    for (const [place, id] of ids.entries()) {
      addRecord(doc, id, {
        kind: 'note',
        at: [RIGHT_OF_ZONES + (place % IN_A_ROW) * 220, Math.floor(place / IN_A_ROW) * 240, 0],
        index: `a${String(place).padStart(5, '0')}1`,
        colour: place === MARKED ? 'blue' : 'yellow',
        text: fragmentOfLines(place === MARKED ? 'Den blå' : 'En av mange'),
      });
    }
  });
  return ids[MARKED] as RecordId;
}

async function showAll(page: Page): Promise<void> {
  await page.locator('.tl-canvas').focus();
  await page.keyboard.press('Shift+1');
}

test('[E24] of 2 000 notes few are elements; what is painted is seen, pointed at and written in as if it were one', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const joined = await joinByScript(server.origin, links.participant, 'Ola');
  const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas]);
  const doc = opened[0]?.doc as Y.Doc;
  const marked = fill(doc);
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  const notes = page.locator('.note');

  // A large board comes piece by piece.
  await expect(async () => {
    await showAll(page);
    expect(await findColour(page, PAINTED_NOTES, BLUE)).not.toBeNull();
  }).toPass();
  await expect(notes).toHaveCount(0);

  // Another person's change is painted.
  recordsOf(doc).get(marked)?.set('colour', 'green');
  await expect.poll(() => findColour(page, PAINTED_NOTES, GREEN)).not.toBeNull();
  expect(await findColour(page, PAINTED_NOTES, BLUE)).toBeNull();

  // A painted note is selected by pointing at it, and opens for writing.
  const at = await findColour(page, PAINTED_NOTES, GREEN);
  if (at === null) throw new Error('The note is gone.');
  await page.mouse.dblclick(at.x, at.y);
  const open = page.locator('.note [contenteditable]');
  await expect(open).toBeFocused();
  await expect(open).toHaveText('Den blå');
  await page.keyboard.type(' er grønn');
  await page.keyboard.press('Escape');
  await kari.saved();
  expect(recordsOf(doc).get(marked)?.get('text')?.toString()).toContain('Den blå er grønn');

  // Near, what one sees are elements; thousands of others are not.
  await page.keyboard.press('Shift+0');
  // Some are ready beside the view.
  await expect(notes.filter({ visible: true }).first()).toBeVisible();
  expect(await notes.count()).toBeLessThan(160);

  // All of them are there for whoever takes all.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(() => recordsOf(doc).size).toBe(0);
  await expect(notes).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => recordsOf(doc).size).toBe(NOTES);
  close();
});

test('[E25] a note that lies on something filled is seen, however many there are', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const joined = await joinByScript(server.origin, links.participant, 'Ola');
  const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas]);
  const doc = opened[0]?.doc as Y.Doc;
  fill(doc);
  addRecord(doc, newRecordId(), {
    kind: 'shape',
    type: 'geo',
    at: [-3000, 0, 0],
    index: 'a0',
    'p.w': 800,
    'p.h': 800,
    'p.fill': 'solid',
  });
  const note = addNote(doc, { text: 'Oppå flata' });
  recordsOf(doc).get(note)?.set('at', [-2700, 300, 0]);
  const kari = await join(links.participant, 'Kari');
  await expect(async () => {
    await showAll(kari.page);
    await expect(kari.note('Oppå flata')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(kari.page.locator('.note')).toHaveCount(1);
  close();
});
