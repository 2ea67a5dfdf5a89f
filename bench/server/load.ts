/** People in rooms who each move their note at an even pace; the mark of a move is the time it was made. */
import { setTimeout as pause } from 'node:timers/promises';
import { Sightings } from '../lib/sightings.ts';
import type { Member } from './member.ts';

/** What has not come when the work is long over will not come. */
const PATIENCE_MILLIS = 20_000;
const LOOK_AGAIN_MILLIS = 10;

/** `peers` are those who read what this person does. */
type Person = { readonly member: Member; readonly sightings: Sightings; readonly peers: Person[] };

export class Load {
  /** From edit to peer, milliseconds, of the moves that count: one a peer who saw one. */
  readonly times: number[] = [];
  readonly #everybody: readonly Person[];
  readonly #timers: NodeJS.Timeout[] = [];
  #countsFrom = Infinity;

  /** @param oneIn how many people there are for each who moves anything; the others look on */
  constructor(groups: readonly (readonly Member[])[], editsASecond: number, oneIn = 1) {
    this.#everybody = groups.flatMap(acquainted);
    const period = 1000 / editsASecond;
    for (const [at, person] of this.#everybody.entries()) {
      if (person.member.reads) person.member.onOthersMove((madeAt, note) => this.#saw(person, madeAt, note));
      if (at % oneIn !== 0) continue;
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
    while (this.#awaited() > 0) {
      if (performance.now() > deadline) throw new Error(this.#complaint());
      await pause(LOOK_AGAIN_MILLIS);
    }
    for (const { member } of this.#everybody) member.close();
  }

  #awaited(): number {
    return this.#everybody.reduce((sum, { sightings }) => sum + sightings.awaited, 0);
  }

  #complaint(): string {
    const waiting = this.#everybody.filter(({ sightings }) => sightings.awaited > 0).length;
    const broken = this.#everybody.filter(({ member }) => !member.isOpen).length;
    return `${this.#awaited()} moves were never seen by a peer; ${waiting} people wait, ${broken} lines are broken.`;
  }

  #move({ member, peers }: Person): void {
    const madeAt = performance.now();
    if (madeAt >= this.#countsFrom) for (const { sightings } of peers) sightings.expect(member.note, madeAt);
    member.move(madeAt);
  }

  #saw({ sightings }: Person, madeAt: number, note: string): void {
    const now = performance.now();
    for (const made of sightings.saw(note, madeAt)) this.times.push(now - made);
  }
}

function acquainted(group: readonly Member[]): Person[] {
  const people = group.map((member): Person => ({ member, sightings: new Sightings(), peers: [] }));
  for (const person of people) person.peers.push(...people.filter((peer) => peer !== person && peer.member.reads));
  return people;
}
