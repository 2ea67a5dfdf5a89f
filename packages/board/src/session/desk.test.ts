import { addNote, OPEN_STAGE, readNotes, recordsOf, type RecordId, type Stage } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { clearRevealed, deskOf } from './desk.ts';
import type { ConnectedDocument } from './open-document.ts';
import { signal } from './signal.ts';

const TODAY = 'today' as RecordId;

test('[N28] one writes at one’s desk in a round, to its last second; who may write on the canvas besides, in its zones alone', () => {
  const stage = signal<Stage>(OPEN_STAGE);
  const document = { doc: new Y.Doc(), everWritable: true } as ConnectedDocument;
  const [desk, leading] = [deskOf(document, stage, () => false), deskOf(document, stage, () => true)];
  const rounds = () => [desk.roundIn(TODAY), desk.roundIn(null), leading.roundIn(TODAY), leading.roundIn(null)];
  expect([desk.writable, ...rounds()]).toEqual([true, null, null, null, null]);
  stage.set({ ...OPEN_STAGE, round: '1', desk: 'open', open: [TODAY] });
  expect([desk.writable, ...rounds()]).toEqual([true, '1', '1', '1', null]);
  stage.set({ ...stage.get(), desk: 'closing' });
  expect([desk.writable, ...rounds()]).toEqual([true, '1', '1', '1', null]);
  stage.set({ ...stage.get(), desk: 'closed' });
  expect([desk.writable, ...rounds()]).toEqual([true, null, null, null, null]);
});

/** A desk with a note whose revealed self is on its way to the canvas. */
function revealed(atDesk: string, onCanvas: string) {
  const [desk, canvas] = [new Y.Doc(), new Y.Doc()];
  const id = addNote(desk, { text: atDesk, round: '1' });
  const shown = new Y.Doc();
  addNote(shown, { text: onCanvas });
  const record = [...recordsOf(shown).values()][0]?.clone() ?? new Y.Map();
  const stop = clearRevealed(desk, canvas);
  recordsOf(canvas).set(id, record);
  return { desk, canvas, id, stop };
}

test.each([
  ['the same', 'Et rom', 'Et rom', 'Et rom'],
  ['typed on', 'Et rom til musikk', 'Et rom', 'Et rom til musikk'],
  ['changed by others on the canvas', 'Et rom', 'To rom', 'To rom'],
  ['cut at the desk', 'Et', 'Et rom', 'Et rom'],
])(
  '[N29] a note that is revealed goes from the desk, and what was typed since goes along: %s',
  async (_, own, shown, then) => {
    const { desk, canvas, id } = revealed(own, shown);
    const other = addNote(desk, { text: 'Holdt tilbake', round: '1' });
    await Promise.resolve();
    expect([...recordsOf(desk).keys()]).toEqual([other]);
    expect(readNotes(canvas)).toMatchObject([{ id, text: then }]);
  },
);

test('[N29] stopped, it touches nothing', async () => {
  const { desk, stop } = revealed('Et rom', 'Et rom');
  stop();
  addNote(desk, { text: 'Nytt', round: '2' });
  expect(recordsOf(desk).size).toBe(2);
});
