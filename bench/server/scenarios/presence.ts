/** Everybody in one room points without pause, and one in ten edits: what presence costs the server, the line, and those who work. */
import { setTimeout as pause } from 'node:timers/promises';
import { Load } from '../load.ts';
import { Mover } from '../mover.ts';
import type { Scenario } from '../scenario.ts';

const CURSORS_A_SECOND = 10;
const EDITORS_ONE_IN = 10;
const EDITS_A_SECOND = 1;
/** Work before the part that counts. */
const WARM_UP_MILLIS = 1_000;
const BITS = 8;
/** Where every cursor is a frame of its own to everybody else, 300 people make 900 000 a second: that run comes to no end. */
const MOST_ONE_BY_ONE = 100;

export function presence(people: number, millis: number): Scenario {
  const scenario = `1 room × ${people} people × ${CURSORS_A_SECOND} cursors/s, 1 in ${EDITORS_ONE_IN} edits`;
  return {
    name: scenario,
    concerns: ({ name }) => name !== 'y-websocket' || people <= MOST_ONE_BY_ONE,
    run: async (subject, server, samples) => {
      const room = await subject.makeRoom(server.port);
      const movers: Mover[] = [];
      while (movers.length < people) movers.push(await Mover.join(await room.admit()));
      const stopPointing = pointing(movers);
      const load = new Load([movers], EDITS_A_SECOND, EDITORS_ONE_IN);
      await pause(WARM_UP_MILLIS);
      load.count();
      const [before, bytesBefore] = [await server.usage(), bytesOf(movers)];
      const started = performance.now();
      await pause(millis);
      const [after, bytesAfter] = [await server.usage(), bytesOf(movers)];
      const elapsed = performance.now() - started;
      stopPointing();
      await load.stop();
      const of = { subject: subject.name, scenario };
      const kilobits = ((bytesAfter - bytesBefore) * BITS) / people / elapsed;
      samples.add({ ...of, metric: 'edit to peer', unit: 'ms' }, load.times);
      samples.add({ ...of, metric: 'server CPU', unit: '% of a core' }, [
        (100 * (after.cpuMillis - before.cpuMillis)) / elapsed,
      ]);
      samples.add({ ...of, metric: 'received by each', unit: 'kbit/s' }, [kilobits]);
    },
  };
}

/** Each goes round in a circle of their own, out of step with the others. */
function pointing(movers: readonly Mover[]): () => void {
  const period = 1000 / CURSORS_A_SECOND;
  const timers: NodeJS.Timeout[] = [];
  for (const [at, { client }] of movers.entries()) {
    let angle = at;
    const point = () => {
      angle += 0.2;
      client.point({ x: Math.round(500 + 300 * Math.cos(angle)), y: Math.round(500 + 300 * Math.sin(angle)) });
    };
    const begin = () => timers.push(setInterval(point, period));
    timers.push(setTimeout(begin, (period * at) / movers.length));
  }
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

const bytesOf = (movers: readonly Mover[]): number => movers.reduce((sum, { client }) => sum + client.bytesReceived, 0);
