/** Many rooms at work at once: what a peer waits for, and what it costs the server. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '../../lib/scenario.ts';
import { Load } from '../load.ts';
import { Mover } from '../mover.ts';
import type { Subject } from '../subject.ts';

const ROOMS = 20;
const PEOPLE = 5;
const EDITS_A_SECOND = 5;
/** Work before the part that counts. */
const WARM_UP_MILLIS = 1_000;
const MEGABYTE = 1024 ** 2;

export function rooms(millis: number): Scenario<Subject> {
  const scenario = `${ROOMS} rooms × ${PEOPLE} people × ${EDITS_A_SECOND} edits/s`;
  return {
    name: scenario,
    run: async (subject, server, samples) => {
      const groups = await Promise.all(Array.from({ length: ROOMS }, () => gather(subject, server.port)));
      const load = new Load(groups, EDITS_A_SECOND);
      await pause(WARM_UP_MILLIS);
      load.count();
      const before = await server.usage();
      const started = performance.now();
      await pause(millis);
      const after = await server.usage();
      const share = (after.cpuMillis - before.cpuMillis) / (performance.now() - started);
      await load.stop();
      const of = { subject: subject.name, scenario };
      samples.add({ ...of, metric: 'edit to peer', unit: 'ms' }, load.times);
      samples.add({ ...of, metric: 'server CPU', unit: '% of a core' }, [100 * share]);
      samples.add({ ...of, metric: 'server memory', unit: 'MB' }, [after.residentBytes / MEGABYTE]);
    },
  };
}

async function gather(subject: Subject, port: number): Promise<Mover[]> {
  const room = await subject.makeRoom(port);
  const people: Mover[] = [];
  while (people.length < PEOPLE) people.push(await Mover.join(await room.admit()));
  return people;
}
