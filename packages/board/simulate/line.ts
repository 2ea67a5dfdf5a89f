/** A peer's connection: two queues of frames that keep their order, and are lost behind a cut; and what is said of drags beside them. */
import { Chatter, type Said } from './chatter.ts';
import type { Papers } from './papers.ts';

export type Frame = {
  readonly paper: keyof Papers;
  /** `vector` asks for what is missing, `difference` answers; the rest is as on the wire. */
  readonly kind: 'vector' | 'difference' | 'update' | 'acknowledged';
  readonly bytes: Uint8Array;
};

const NOTHING = new Uint8Array();

export class Line {
  readonly mayWritePlan: boolean;
  /** The id in presence of the tab that has it. */
  presence = '';
  #isUp = false;
  #toServer: Frame[] = [];
  #toPeer: Frame[] = [];
  /** The documents of which the peer has sent, over this connection, all that the server lacked. */
  readonly #answered = new Set<keyof Papers>();
  readonly chatter = { server: new Chatter(), peer: new Chatter() };

  constructor(mayWritePlan: boolean) {
    this.mayWritePlan = mayWritePlan;
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  get isQuiet(): boolean {
    return this.#toServer.length === 0 && this.#toPeer.length === 0;
  }

  comeUp(): void {
    this.#isUp = true;
  }

  /** What has not been delivered never will be. */
  cut(): void {
    this.#isUp = false;
    this.#toServer = [];
    this.#toPeer = [];
    this.#answered.clear();
    for (const chatter of Object.values(this.chatter)) chatter.lose();
  }

  /** A line that is down takes nothing, and before the peer has answered no update of its own: the handshake carries it. */
  send(to: 'server' | 'peer', paper: keyof Papers, kind: Frame['kind'], bytes: Uint8Array = NOTHING): void {
    if (to === 'server' && kind === 'difference') this.#answered.add(paper);
    const isEarly = to === 'server' && kind === 'update' && !this.#answered.has(paper);
    if (this.#isUp && !isEarly) (to === 'server' ? this.#toServer : this.#toPeer).push({ paper, kind, bytes });
  }

  /** A drag message; on a line that is down it is lost. */
  say(to: 'server' | 'peer', said: Said): void {
    if (this.#isUp) this.chatter[to].add(said);
  }

  take(to: 'server' | 'peer', most: number): Frame[] {
    return (to === 'server' ? this.#toServer : this.#toPeer).splice(0, most);
  }
}
