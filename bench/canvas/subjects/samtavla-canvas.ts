/** Our own board, joined by its link as a person joins. */
import { addRecord, atOf, fragmentOfLines, newRecordId, now } from '@samtavla/protocol';
import * as Y from 'yjs';
import { WireClient } from '../../lib/wire-client.ts';
import { samtavlaRoom } from '../../server/subjects/samtavla-room.ts';
import { indexOf, type SampleNote } from '../content.ts';
import type { FullBoard } from '../subject.ts';

/** Notes sent as one update: a board grows, and no frame is as large as a full board. */
const AT_ONCE = 500;

export async function samtavlaCanvas(port: number, content: readonly SampleNote[]): Promise<FullBoard> {
  const room = await samtavlaRoom(port);
  const filler = await WireClient.open(await room.admit());
  await fillCanvas(filler, content);
  return {
    async goToDoor(page) {
      await page.goto(room.participantLink);
      await page.getByLabel('Hva heter du?').fill('Siri');
      await page.waitForLoadState('networkidle');
    },
    enter: (page) => page.getByRole('button', { name: 'Bli med' }).click(),
    documentBytes: () => Promise.resolve(Y.encodeStateAsUpdate(filler.doc).byteLength),
    close: () => filler.close(),
  };
}

export async function fillCanvas(filler: WireClient, content: readonly SampleNote[]): Promise<void> {
  for (let first = 0; first < content.length; first += AT_ONCE) {
    filler.doc.transact(() => {
      for (const [at, note] of content.slice(first, first + AT_ONCE).entries()) add(filler.doc, note, first + at);
    });
  }
  await filler.until(() => filler.acknowledged === filler.sent.length);
}

function add(doc: Y.Doc, { x, y, text }: SampleNote, at: number): void {
  addRecord(doc, newRecordId(), {
    kind: 'note',
    at: atOf([x, y, 0]),
    index: indexOf(at),
    colour: 'yellow',
    author: { id: 'kari', name: 'Kari Nordmann' },
    createdAt: now(),
    text: fragmentOfLines(text),
  });
}
