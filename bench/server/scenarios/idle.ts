/** People who have a board open and do nothing: what they cost the server's memory. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '../../lib/scenario.ts';
import { WireClient } from '../../lib/wire-client.ts';
import type { Subject } from '../subject.ts';

const BOARDS = 100;
const MEGABYTE = 1024 ** 2;
/** How many come in at once. */
const AT_A_DOOR = 20;
/** For what joining left behind to be collected. */
const SETTLE_MILLIS = 3_000;

export function idle(people: number): Scenario<Subject> {
  const scenario = `${people} people on ${BOARDS} boards, idle`;
  return {
    name: scenario,
    run: async (subject, server, samples) => {
      const before = await server.usage();
      const boards = await Promise.all(Array.from({ length: BOARDS }, () => subject.makeRoom(server.port)));
      const seats = Array.from({ length: people }, (_, at) => boards[at % BOARDS]);
      const clients: WireClient[] = [];
      const door = async () => {
        for (let board = seats.pop(); board !== undefined; board = seats.pop())
          clients.push(await WireClient.open(await board.admit()));
      };
      await Promise.all(Array.from({ length: AT_A_DOOR }, door));
      await pause(SETTLE_MILLIS);
      const after = await server.usage();
      const open = clients.filter(({ isOpen }) => isOpen).length;
      for (const client of clients) client.close();
      if (open < people) throw new Error(`${people - open} lines are broken.`);
      const grown = (after.residentBytes - before.residentBytes) / MEGABYTE;
      samples.add({ subject: subject.name, scenario, metric: 'memory they take', unit: 'MB' }, [grown]);
    },
  };
}
