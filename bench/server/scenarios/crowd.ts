/** Everybody points without pause, and one in ten edits: what presence costs the server, the line, and those who work. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '../../lib/scenario.ts';
import { percentile } from '../../lib/stats.ts';
import { Load } from '../load.ts';
import type { Member } from '../member.ts';
import type { CrowdSubject } from '../subject.ts';

const CURSORS_A_SECOND = 10;
const EDITORS_ONE_IN = 10;
const EDITS_A_SECOND = 1;
/** Work before the part that counts. */
const WARM_UP_MILLIS = 1_000;
const BITS = 8;
const MEGABYTE = 1024 ** 2;
/** How many come in at once. */
const AT_A_DOOR = 10;
/** Of a large crowd so many read what comes: this process would else be what is measured. Nobody else's line is quieter for it. */
const READERS = 50;

export function crowd(rooms: number, people: number, millis: number): Scenario<CrowdSubject> {
  const places = `${rooms} ${rooms === 1 ? 'room' : 'rooms'} × ${people} people`;
  const scenario = `${places} × ${CURSORS_A_SECOND} cursors/s, 1 in ${EDITORS_ONE_IN} edits`;
  return {
    name: scenario,
    run: async (subject, server, samples) => {
      const groups = await gather(subject, server.port, { rooms, people });
      const members = groups.flat();
      const stopPointing = pointing(members);
      const load = new Load(groups, EDITS_A_SECOND, EDITORS_ONE_IN);
      await pause(WARM_UP_MILLIS);
      load.count();
      const [before, bytesBefore] = [await server.usage(), bytesOf(members)];
      const started = performance.now();
      await pause(millis);
      const [after, bytesAfter] = [await server.usage(), bytesOf(members)];
      const elapsed = performance.now() - started;
      stopPointing();
      await load.stop();
      const of = { subject: subject.name, scenario };
      const kilobits = ((bytesAfter - bytesBefore) * BITS) / members.length / elapsed;
      const share = (after.cpuMillis - before.cpuMillis) / elapsed;
      samples.add({ ...of, metric: 'edit to peer', unit: 'ms' }, load.times);
      samples.add({ ...of, metric: 'edit to peer, the slowest in 100', unit: 'ms' }, [percentile(load.times, 0.99)]);
      samples.add({ ...of, metric: 'server CPU', unit: '% of a core' }, [100 * share]);
      samples.add({ ...of, metric: 'server memory', unit: 'MB' }, [after.residentBytes / MEGABYTE]);
      samples.add({ ...of, metric: 'received by each', unit: 'kbit/s' }, [kilobits]);
    },
  };
}

async function gather(
  subject: CrowdSubject,
  port: number,
  { rooms, people }: { rooms: number; people: number },
): Promise<Member[][]> {
  const groups = await Promise.all(
    Array.from({ length: rooms }, async () => ({ room: await subject.makeRoom(port), members: [] as Member[] })),
  );
  // A seat in each room, and then the next in each: so that few rooms do not wait for many.
  const seats = Array.from({ length: people }).flatMap((_, seat) => groups.map((group) => ({ ...group, seat })));
  const readers = Math.ceil(READERS / rooms);
  const door = async () => {
    for (let free = seats.shift(); free !== undefined; free = seats.shift()) {
      free.members.push(await free.room.enter(people <= READERS || free.seat < readers));
    }
  };
  await Promise.all(Array.from({ length: AT_A_DOOR }, door));
  return groups.map(({ members }) => members);
}

/** Each goes round in a circle of their own, out of step with the others. */
function pointing(members: readonly Member[]): () => void {
  const period = 1000 / CURSORS_A_SECOND;
  const timers: NodeJS.Timeout[] = [];
  for (const [at, member] of members.entries()) {
    let angle = at;
    const point = () => {
      angle += 0.2;
      member.point({ x: Math.round(500 + 300 * Math.cos(angle)), y: Math.round(500 + 300 * Math.sin(angle)) });
    };
    const begin = () => timers.push(setInterval(point, period));
    timers.push(setTimeout(begin, (period * at) / members.length));
  }
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

const bytesOf = (members: readonly Member[]): number =>
  members.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);
