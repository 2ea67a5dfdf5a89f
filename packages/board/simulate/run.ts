/** One run: people, a server and lines between them, from a seed and nothing else. */
import { someAct, weighted } from './acts/acts.ts';
import { Marker, type Act } from './acts/act.ts';
import type { Deed } from './acts/deed.ts';
import { callOff, drop } from './acts/drags.ts';
import { deliverToPeer, deliverToServer, HAPPENINGS, type World } from './happenings.ts';
import type { Hand } from './hand.ts';
import { checkAgreement } from './oracles/agreement.ts';
import { Claims } from './oracles/claims.ts';
import { judgeDeed, judgeDelivery } from './oracles/deeds.ts';
import { DragWatch, judgeDrop, judgeHand, judgePlaced, judgeSilence } from './oracles/drags.ts';
import { Letters } from './oracles/letters.ts';
import { OwnPast } from './oracles/own-past.ts';
import { Peer } from './peer.ts';
import { randomOf, type Random } from './random.ts';
import { SILENT_MILLIS } from '../src/session/drag-receiver.ts';
import { Server } from './server.ts';
import { SimulatedClock } from './simulated-clock.ts';
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

/** Longer than others' silence is borne, by more than a frame. */
const SILENCE_MILLIS = SILENT_MILLIS + 100;

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
    stage.endDrags(randomOf(seed, SETTING + 1));
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
  readonly #clock = new SimulatedClock();
  readonly #drags = new DragWatch(this.#clock);
  readonly #pasts = new Map<Peer, OwnPast>();
  readonly #clients: () => number;
  /** How many of ten frames' chances this peer's line lets pass unused. */
  readonly #slowness = new Map<Peer, number>();
  readonly #world: World = {
    server: this.#server,
    clock: this.#clock,
    newClient: () => this.#clients(),
    hear: (peer, said) => this.#drags.hear(peer, said),
    silence: (millis) => {
      if (millis >= SILENCE_MILLIS) for (const peer of this.#peers) judgeSilence(peer);
    },
  };

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
      (_, at) => new Peer(`p${at}`, at === 0 || random.chance(0.4), this.#clients(), this.#clock),
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
    if (peer.hand !== null) this.#claims.begin(peer);
    const words = isSlow ? null : (happening?.happen(peer, this.#world, random) ?? null);
    if (peer.client !== client) this.#pasts.set(peer, new OwnPast());
    this.#afterDelivery();
    return words;
  }

  #act(peer: Peer, random: Random): string | null {
    const act = someAct(random, peer.hand !== null);
    return act === undefined ? null : this.#perform(act, peer, random);
  }

  #perform(act: Act, peer: Peer, random: Random): string | null {
    const past = this.#pasts.get(peer) as OwnPast;
    if ((act.isGesture && random.chance(0.9)) || act.name === 'rest from typing') {
      past.mark(peer);
      peer.history.mark();
    }
    const takesBack = act.name === 'undo' || act.name === 'redo' ? act.name : null;
    if (takesBack !== null && canTakeBack(peer, takesBack)) past.expect(peer, takesBack);
    this.#claims.begin(peer);
    const done = act.perform(peer, random, this.#marker);
    const seen = peer.witness.take();
    if (done === null) return null;
    const deed = peer.hand === null || done.placed !== undefined ? done : held(peer.hand, done);
    judgeDeed(peer, deed, seen);
    if (deed.placed !== undefined) judgeDrop(peer, deed.placed);
    this.#letters.note(peer, seen, deed);
    this.#claims.note(peer, seen, deed);
    if (takesBack !== null) past.compare(peer, takesBack);
    else if (seen.touches.length > 0) past.did();
    peer.endTurn();
    this.#afterDelivery();
    if (deed.isReload === true) {
      peer.reload(this.#clients());
      this.#pasts.set(peer, new OwnPast());
    }
    return deed.words;
  }

  /** Nobody drags for ever: one drops, one thinks better of it, and another's tab is gone in the middle. */
  endDrags(random: Random): void {
    for (const peer of this.#peers) {
      if (peer.hand === null) continue;
      const end = random.pick(peer.hand.isWritten ? [drop, null] : [drop, drop, callOff, null]) ?? null;
      if (end !== null) this.#perform(end, peer, random);
      else peer.crash(this.#clients());
    }
  }

  /** Everybody stops, comes online and gets everything. */
  settle(): void {
    for (const peer of this.#peers) {
      peer.editor.close();
      if (!peer.line.isUp) this.#server.connect(peer.line, peer.papers);
    }
    while (this.#peers.some(({ line }) => !line.isQuiet)) for (const peer of this.#peers) this.#deliverAll(peer);
    for (const peer of this.#peers)
      for (const said of peer.line.chatter.server.all()) this.#server.relay(peer.line, said);
    for (const peer of this.#peers) for (const said of peer.line.chatter.peer.all()) this.#world.hear(peer, said);
    this.#clock.pass(SILENCE_MILLIS);
    this.#world.silence(SILENCE_MILLIS);
    this.#afterDelivery();
    checkAgreement(this.#server.papers, this.#peers);
    this.#letters.check(this.#server.papers);
    this.#claims.check(this.#server.papers);
  }

  #deliverAll(peer: Peer): void {
    if (peer.hand !== null) this.#claims.begin(peer);
    deliverToServer(peer, this.#server, Number.POSITIVE_INFINITY);
    deliverToPeer(peer, Number.POSITIVE_INFINITY);
    this.#afterDelivery();
  }

  #afterDelivery(): void {
    for (const peer of this.#peers) {
      this.#judgeReceived(peer);
      judgeHand(peer);
      const placed = peer.witness.takePlaced();
      judgePlaced(peer, placed);
      this.#drags.placed(peer, placed);
      if (peer.witness.takeOthersCame()) this.#pasts.get(peer)?.othersCame();
    }
  }
  /** Nobody writes for being told what others wrote; only a drag that is called off may put back what it had written. */
  #judgeReceived(peer: Peer): void {
    const seen = peer.witness.take();
    const deed = peer.takeCalledOff();
    if (deed === null) judgeDelivery(seen);
    else {
      judgeDeed(peer, deed, seen);
      this.#letters.note(peer, seen, deed);
      this.#claims.note(peer, seen, deed);
      if (seen.touches.length > 0) this.#pasts.get(peer)?.othersCame();
    }
  }
}

/** What is done with a drag under way is written when it is over, and not before; undo alone writes at once. */
function held(hand: Hand, deed: Deed): Deed {
  if (deed.takesBack !== undefined) return deed;
  hand.owe(deed);
  return { ...deed, touches: [], takesText: false };
}
