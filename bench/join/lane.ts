/**
 * One direction of a line: how much goes over it in a second, and how long it is on its way. What several connections send shares it
 * evenly, a packet each by turns, as connections over one line come to do. Time is told; times are milliseconds since any moment.
 */

export type LaneSize = { readonly bytesPerMilli: number; readonly delayMillis: number };

export type Packet<Flow> = { readonly flow: Flow; readonly bytes: Buffer };

type Waiting = { readonly bytes: Buffer; readonly since: number };

/** What a network packet carries of a connection, on most networks. */
const PACKET_BYTES = 1_448;

export class Lane<Flow> {
  readonly #size: LaneSize;
  /** Of each connection that has something to send; whose turn it is comes first. */
  readonly #waiting = new Map<Flow, Waiting[]>();
  readonly #underway: (Packet<Flow> & { readonly arrives: number })[] = [];
  #freeFrom = Number.NEGATIVE_INFINITY;

  constructor(size: LaneSize) {
    this.#size = size;
  }

  /** No bytes are a message too: that nothing comes after them. */
  put(flow: Flow, bytes: Buffer, now: number): void {
    this.#advance(now);
    const waiting = { bytes, since: now };
    const before = this.#waiting.get(flow);
    if (before === undefined) this.#waiting.set(flow, [waiting]);
    else before.push(waiting);
  }

  /** Takes what has arrived by now, in its order. */
  arrived(now: number): Packet<Flow>[] {
    this.#advance(now);
    const underway = this.#underway.findIndex(({ arrives }) => arrives > now);
    return this.#underway.splice(0, underway === -1 ? this.#underway.length : underway);
  }

  /** When to ask again; null when nothing waits or is on its way. */
  nextAt(): number | null {
    const [first] = this.#underway;
    const times = [...(first ? [first.arrives] : []), ...(this.#waiting.size > 0 ? [this.#freeFrom] : [])];
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Bytes of a connection that have not left yet. */
  waitingOf(flow: Flow): number {
    return (this.#waiting.get(flow) ?? []).reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  /** Forgets a connection that is gone. */
  drop(flow: Flow): void {
    this.#waiting.delete(flow);
  }

  /** Lets go what could leave until now, whenever it is asked. */
  #advance(now: number): void {
    while (this.#freeFrom <= now) {
      const [next] = this.#waiting;
      if (next === undefined) return;
      this.#leave(...next);
    }
  }

  #leave(flow: Flow, queue: Waiting[]): void {
    const { bytes, since } = queue[0] as Waiting;
    const packet = bytes.subarray(0, PACKET_BYTES);
    this.#freeFrom = Math.max(this.#freeFrom, since) + packet.length / this.#size.bytesPerMilli;
    this.#underway.push({ flow, bytes: packet, arrives: this.#freeFrom + this.#size.delayMillis });
    const rest = bytes.subarray(packet.length);
    if (rest.length > 0) queue[0] = { bytes: rest, since };
    else queue.shift();
    // To the end of the row, or out of it.
    this.#waiting.delete(flow);
    if (queue.length > 0) this.#waiting.set(flow, queue);
  }
}
