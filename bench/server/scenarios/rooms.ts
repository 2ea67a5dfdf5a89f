/** Many rooms at work at once: what a peer waits for, and what it costs the server. */
import { setTimeout as pause } from 'node:timers/promises';
import { Mover } from '../mover.ts';
import type { Scenario } from '../scenario.ts';
import type { Subject } from '../subject.ts';

const ROOMS = 20;
const PEOPLE = 5;
const EDITS_A_SECOND = 5;
/** Work before the part that counts. */
const WARM_UP_MILLIS = 1_000;
/** What has not come when the work is long over will not come. */
const PATIENCE_MILLIS = 20_000;
const LOOK_AGAIN_MILLIS = 10;
const MEGABYTE = 1024 ** 2;

export function rooms(millis: number): Scenario {
  const scenario = `${ROOMS} rooms × ${PEOPLE} people × ${EDITS_A_SECOND} edits/s`;
  return {
    name: scenario,
    run: async (subject, server, samples) => {
      const groups = await Promise.all(Array.from({ length: ROOMS }, () => gather(subject, server.port)));
      const load = new Load(groups);
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

/** People who each move their note at an even pace; the mark of a move is the time it was made. */
class Load {
  /** From edit to peer, milliseconds, of the moves that count: one a peer who saw one. */
  readonly times: number[] = [];
  readonly #everybody: readonly Mover[];
  readonly #timers: NodeJS.Timeout[] = [];
  #countsFrom = Infinity;
  /** Sightings still to come, of moves that count. */
  #expected = 0;

  constructor(groups: readonly Mover[][]) {
    this.#everybody = groups.flat();
    const period = 1000 / EDITS_A_SECOND;
    for (const [at, person] of this.#everybody.entries()) {
      person.onOthersMove((madeAt) => this.#saw(madeAt));
      const begin = () => this.#timers.push(setInterval(() => this.#move(person), period));
      // Spread over the period: people do not write in step.
      this.#timers.push(setTimeout(begin, (period * at) / this.#everybody.length));
    }
  }

  count(): void {
    this.#countsFrom = performance.now();
  }

  /** Resolves when every move that counts has been seen by everybody in its room: what got lost is no fast edit. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    const deadline = performance.now() + PATIENCE_MILLIS;
    while (this.#expected > 0) {
      if (performance.now() > deadline) throw new Error(this.#complaint());
      await pause(LOOK_AGAIN_MILLIS);
    }
    for (const { client } of this.#everybody) client.close();
  }

  #complaint(): string {
    const broken = this.#everybody.filter(({ client }) => !client.isOpen).length;
    return `${this.#expected} moves were never seen by a peer; ${broken} lines are broken.`;
  }

  #move(person: Mover): void {
    const madeAt = performance.now();
    if (madeAt >= this.#countsFrom) this.#expected += PEOPLE - 1;
    person.move(madeAt);
  }

  #saw(madeAt: number): void {
    if (madeAt < this.#countsFrom) return;
    this.#expected -= 1;
    this.times.push(performance.now() - madeAt);
  }
}
