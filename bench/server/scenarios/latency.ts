/** One writer and one reader: the time of a single edit on a server that does nothing else. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Samples } from '../../lib/results.ts';
import type { Scenario } from '../../lib/scenario.ts';
import { Mover } from '../mover.ts';
import type { Subject } from '../subject.ts';

/** Edits before the first that counts, for the compiler to have seen the code. */
const WARM_UP = 30;
const BETWEEN_EDITS_MILLIS = 5;

export function latency(edits: number): Scenario<Subject> {
  const name = 'one writer, one reader';
  return {
    name,
    run: async (subject, { port }, samples) => {
      const room = await subject.makeRoom(port);
      const [writer, reader] = [await Mover.join(await room.admit()), await Mover.join(await room.admit())];
      for (let edit = 0; edit < WARM_UP + edits; edit += 1) {
        const times = await timesOf(subject, writer, reader, edit);
        if (edit >= WARM_UP) record(samples, subject, name, times);
        await pause(BETWEEN_EDITS_MILLIS);
      }
      for (const { client } of [writer, reader]) client.close();
    },
  };
}

type Times = { readonly toPeer: number; readonly toAcknowledged: number | null };

async function timesOf({ acknowledges }: Subject, writer: Mover, reader: Mover, mark: number): Promise<Times> {
  let last = -1;
  const stopLooking = reader.onOthersMove((seen) => (last = seen));
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  writer.move(mark);
  const { client } = writer;
  const [toPeer, toAcknowledged] = await Promise.all([
    reader.client.until(() => last === mark).then(elapsed),
    acknowledges ? client.until(() => client.acknowledged === client.sent.length).then(elapsed) : null,
  ]);
  stopLooking();
  return { toPeer, toAcknowledged };
}

function record(samples: Samples, { name: subject }: Subject, scenario: string, times: Times): void {
  const { toPeer, toAcknowledged } = times;
  samples.add({ subject, scenario, metric: 'edit to peer', unit: 'ms' }, [toPeer]);
  if (toAcknowledged !== null)
    samples.add({ subject, scenario, metric: 'edit to acknowledged', unit: 'ms' }, [toAcknowledged]);
}
