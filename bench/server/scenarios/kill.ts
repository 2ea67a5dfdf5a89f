/** What an acknowledgement is worth: the server is killed right after one, and a stranger looks for what was acknowledged. */
import { addNote } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Scenario } from '../../lib/scenario.ts';
import type { SubjectProcess } from '../../lib/subject-process.ts';
import { WireClient } from '../../lib/wire-client.ts';
import type { Room, Subject } from '../subject.ts';

/** Updates under way at once, so that some are always on their way when the server dies. */
const IN_FLIGHT = 8;
/** Killed after somewhere between these many acknowledgements. */
const ENOUGH = { least: 50, most: 250 } as const;

/** @param random from 0 up to 1: when it is killed */
export function kill(kills: number, random: () => number): Scenario<Subject> {
  const scenario = 'kill -9 after acknowledgement';
  return {
    name: scenario,
    concerns: ({ acknowledges }) => acknowledges,
    run: async (subject, server, samples) => {
      const room = await subject.makeRoom(server.port);
      for (let killed = 0; killed < kills; killed += 1) {
        const acknowledged = await writeUntilKilled(server, room, random());
        await server.restart();
        const lost = await shareMissing(room, acknowledged);
        samples.add({ subject: subject.name, scenario, metric: 'acknowledged and lost', unit: '%' }, [100 * lost]);
      }
    },
  };
}

async function writeUntilKilled(server: SubjectProcess, room: Room, share: number): Promise<Uint8Array[]> {
  const client = await WireClient.open(await room.admit());
  const enough = ENOUGH.least + Math.floor(share * (ENOUGH.most - ENOUGH.least));
  await client.until(() => {
    while (client.sent.length - client.acknowledged < IN_FLIGHT) addNote(client.doc, { text: 'en lapp' });
    return client.acknowledged >= enough;
  });
  await server.kill();
  await client.closed;
  // Also those whose acknowledgement was on its way when the server died.
  return client.sent.slice(0, client.acknowledged);
}

async function shareMissing(room: Room, updates: readonly Uint8Array[]): Promise<number> {
  const stranger = await WireClient.open(await room.admit());
  const found = Y.snapshot(stranger.doc);
  stranger.close();
  return updates.filter((update) => !Y.snapshotContainsUpdate(found, update)).length / updates.length;
}
