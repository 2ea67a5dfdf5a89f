/** What a newcomer to a full board waits for. */
import { addNote, recordsOf } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Scenario } from '../../lib/scenario.ts';
import { WireClient, type Address } from '../../lib/wire-client.ts';
import type { Subject } from '../subject.ts';

const NOTES = 2_000;
const KILOBYTE = 1000;

export function join(joins: number): Scenario<Subject> {
  const scenario = `join a board of ${NOTES} notes`;
  const board = boardOf(NOTES);
  return {
    name: scenario,
    run: async (subject, { port }, samples) => {
      const room = await subject.makeRoom(port);
      const owner = await WireClient.open(await room.admit());
      Y.applyUpdate(owner.doc, board);
      // Whoever comes first waits for the upload too, and does not count.
      for (let joined = -1; joined < joins; joined += 1) {
        const { millis, bytes } = await joinOf(await room.admit());
        if (joined < 0) continue;
        const of = { subject: subject.name, scenario };
        samples.add({ ...of, metric: 'connection to whole board', unit: 'ms' }, [millis]);
        samples.add({ ...of, metric: 'received', unit: 'kB' }, [bytes / KILOBYTE]);
      }
      owner.close();
    },
  };
}

async function joinOf(address: Address): Promise<{ millis: number; bytes: number }> {
  const started = performance.now();
  const newcomer = await WireClient.open(address);
  await newcomer.until(() => recordsOf(newcomer.doc).size === NOTES);
  const measured = { millis: performance.now() - started, bytes: newcomer.bytesReceived };
  newcomer.close();
  return measured;
}

/** The board as one update: the same bytes for every subject. */
function boardOf(notes: number): Uint8Array {
  const doc = new Y.Doc();
  for (let at = 0; at < notes; at += 1) addNote(doc, { text: `Lapp ${at}: en setning om det vi vil få til her.` });
  return Y.encodeStateAsUpdate(doc);
}
