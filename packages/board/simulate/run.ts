/** One run: people, a server and lines between them, from a seed and nothing else. */
import { someAct, weighted } from './acts/acts.ts';
import { Marker } from './acts/deed.ts';
import { deliverToPeer, deliverToServer, HAPPENINGS } from './happenings.ts';
import { checkAgreement } from './oracles/agreement.ts';
import { Claims } from './oracles/claims.ts';
import { judgeDeed, judgeDelivery } from './oracles/deeds.ts';
import { Letters } from './oracles/letters.ts';
import { OwnPast } from './oracles/own-past.ts';
import { Peer } from './peer.ts';
import { randomOf, type Random } from './random.ts';
import { Server } from './server.ts';
import { ZONES } from './stock.ts';

export type Plan = {
  readonly seed: number;
  /** How many steps; a seed's own number when it is not said. */
  readonly steps?: number;
  /** Steps that are left out. */
  readonly without?: ReadonlySet<number>;
};

export type Outcome = {
  /** What was seen to be broken; null when nothing was. */
  readonly broken: string | null;
  readonly steps: number;
  /** A line a step that came to something: its number, who, and what. */
  readonly trace: readonly { readonly step: number; readonly peer: string; readonly words: string }[];
};

/** Much cannot be done at a given moment: there may be nothing to undo, or nothing under way. */
const TRIES = 4;
/** Above all steps' numbers: what is drawn before the first. */
const SETTING = 1_000_000;

export function run({ seed, steps, without = new Set() }: Plan): Outcome {
  const setting = randomOf(seed, SETTING);
  const stage = new Stage(setting);
  const length = steps ?? 30 + setting.below(150);
  const trace: { step: number; peer: string; words: string }[] = [];
  let at = { step: 0, peer: '' };
  try {
    for (let step = 0; step < length; step += 1) {
      if (without.has(step)) continue;
      const random = randomOf(seed, step);
      const peer = stage.somebody(random);
      at = { step, peer: peer.name };
      const words = stage.something(peer, random);
      if (words !== null) trace.push({ ...at, words });
    }
    at = { step: length, peer: 'everybody' };
    stage.settle();
    return { broken: null, steps: length, trace };
  } catch (error) {
    const broken = error instanceof Error ? error.message : String(error);
    return { broken: `${at.peer} at step ${at.step}: ${broken}`, steps: length, trace };
  }
}

const canTakeBack = ({ history }: Peer, which: 'undo' | 'redo'): boolean =>
  which === 'undo' ? history.canUndo() : history.canRedo();

class Stage {
  readonly #server = new Server(ZONES);
  readonly #peers: readonly Peer[];
  readonly #marker = new Marker();
  readonly #claims = new Claims(this.#server.papers);
  readonly #letters = new Letters();
  readonly #pasts = new Map<Peer, OwnPast>();
  readonly #clients: () => number;
  /** How many of ten frames' chances this peer's line lets pass unused. */
  readonly #slowness = new Map<Peer, number>();

  constructor(random: Random) {
    const taken = new Set([1]);
    this.#clients = () => {
      let client = 2 + random.below(1_000_000);
      while (taken.has(client)) client += 1;
      taken.add(client);
      return client;
    };
    const count = 3 + random.below(6);
    this.#peers = Array.from(
      { length: count },
      (_, at) => new Peer(`p${at}`, at === 0 || random.chance(0.4), this.#clients()),
    );
    for (const peer of this.#peers) {
      this.#pasts.set(peer, new OwnPast());
      this.#slowness.set(peer, random.pick([0, 0, 0.5, 0.9]) ?? 0);
      this.#server.connect(peer.line, peer.papers);
      if (random.chance(0.8)) this.#deliverAll(peer);
    }
  }

  somebody(random: Random): Peer {
    return random.pick(this.#peers) as Peer;
  }

  /** The first of some tries that comes to something, in words. */
  something(peer: Peer, random: Random): string | null {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const words = random.chance(0.4) ? this.#happening(peer, random) : this.#act(peer, random);
      if (words !== null) return words;
    }
    return null;
  }

  #happening(peer: Peer, random: Random): string | null {
    const isSlow = random.chance(this.#slowness.get(peer) ?? 0);
    const happening = weighted(random, HAPPENINGS);
    const { client } = peer;
    const words = isSlow ? null : (happening?.happen(peer, this.#server, random, this.#clients) ?? null);
    if (peer.client !== client) this.#pasts.set(peer, new OwnPast());
    this.#afterDelivery();
    return words;
  }

  #act(peer: Peer, random: Random): string | null {
    const act = someAct(random);
    if (act === undefined) return null;
    const past = this.#pasts.get(peer) as OwnPast;
    if ((act.isGesture && random.chance(0.9)) || act.name === 'rest from typing') {
      past.mark(peer);
      peer.history.mark();
    }
    const takesBack = act.name === 'undo' || act.name === 'redo' ? act.name : null;
    if (takesBack !== null && canTakeBack(peer, takesBack)) past.expect(peer, takesBack);
    this.#claims.begin(peer);
    const deed = act.perform(peer, random, this.#marker);
    const seen = peer.witness.take();
    if (deed === null) return null;
    judgeDeed(peer, deed, seen);
    this.#letters.note(peer, seen, deed);
    this.#claims.note(peer, seen, deed);
    if (takesBack !== null) past.compare(peer, takesBack);
    else if (seen.touches.length > 0) past.did();
    return deed.words;
  }

  /** Everybody stops, comes online and gets everything. */
  settle(): void {
    for (const peer of this.#peers) {
      peer.editor.close();
      if (!peer.line.isUp) this.#server.connect(peer.line, peer.papers);
    }
    while (this.#peers.some(({ line }) => !line.isQuiet)) for (const peer of this.#peers) this.#deliverAll(peer);
    checkAgreement(this.#server.papers, this.#peers);
    this.#letters.check(this.#server.papers);
    this.#claims.check(this.#server.papers);
  }

  #deliverAll(peer: Peer): void {
    deliverToServer(peer, this.#server, Number.POSITIVE_INFINITY);
    deliverToPeer(peer, Number.POSITIVE_INFINITY);
    this.#afterDelivery();
  }

  #afterDelivery(): void {
    for (const peer of this.#peers) {
      judgeDelivery(peer.witness.take());
      if (peer.witness.takeOthersCame()) this.#pasts.get(peer)?.othersCame();
    }
  }
}
