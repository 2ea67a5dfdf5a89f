/** A large board that nobody has open comes from the disk: how long everybody else on the server waits for it. */
import { addNote, recordsOf } from '@samtavla/protocol';
import type { Scenario } from '../../lib/scenario.ts';
import { WireClient } from '../../lib/wire-client.ts';
import type { Subject } from '../subject.ts';

/** Notes made between two looks at whether the server keeps up. */
const AT_ONCE = 250;

export function reopen(notes: number): Scenario<Subject> {
  const scenario = `a board of ${notes} notes comes from the disk`;
  return {
    name: scenario,
    // The others keep it in memory, and after a restart they have none.
    concerns: ({ name }) => name === 'samtavla',
    run: async (subject, server, samples) => {
      const room = await subject.makeRoom(server.port);
      const writer = await WireClient.open(await room.admit());
      // Each an update of its own, as people make them.
      for (let at = 0; at < notes; at += 1) {
        addNote(writer.doc, { text: `Lapp ${at}: en setning om det vi vil få til her.` });
        if (at % AT_ONCE === 0) await writer.until(() => writer.acknowledged === writer.sent.length);
      }
      await writer.until(() => writer.acknowledged === writer.sent.length);
      const address = await room.admit();
      writer.close();
      await server.kill();
      await server.restart();
      await server.watchLoop();
      const started = performance.now();
      const reader = await WireClient.open(address);
      await reader.until(() => recordsOf(reader.doc).size === notes);
      const millis = performance.now() - started;
      const { longestHoldUpMillis } = await server.usage();
      reader.close();
      const of = { subject: subject.name, scenario };
      samples.add({ ...of, metric: 'longest hold-up of the event loop', unit: 'ms' }, [longestHoldUpMillis]);
      samples.add({ ...of, metric: 'connection to whole board', unit: 'ms' }, [millis]);
    },
  };
}
