/** What happens to lines and machines, whatever people do: delivery in parts, cuts, crashes, a server that starts anew. */
import { readDrag } from '@samtavla/protocol';
import type { Said } from './chatter.ts';
import type { Peer } from './peer.ts';
import type { Random } from './random.ts';
import type { Server } from './server.ts';
import type { SimulatedClock } from './simulated-clock.ts';

type Happening = {
  readonly weight: number;
  /** Says what happened; null where it could not. */
  readonly happen: (peer: Peer, world: World, random: Random) => string | null;
};

export type World = {
  readonly server: Server;
  readonly clock: SimulatedClock;
  readonly newClient: () => number;
  /** Lets a peer hear what another said of a drag. */
  readonly hear: (peer: Peer, said: Said) => void;
  /** So long has passed, and nothing was delivered to anybody. */
  readonly silence: (millis: number) => void;
};

const ALL = Number.POSITIVE_INFINITY;

export function deliverToServer(peer: Peer, server: Server, most: number): number {
  const frames = peer.line.take('server', most);
  for (const frame of frames) server.receive(peer.line, frame);
  return frames.length;
}

export function deliverToPeer(peer: Peer, most: number): number {
  const frames = peer.line.take('peer', most);
  for (const frame of frames) peer.receive(frame);
  return frames.length;
}

export const HAPPENINGS: readonly Happening[] = [
  {
    weight: 30,
    happen(peer, { server }, random) {
      const count = deliverToServer(peer, server, random.chance(0.3) ? ALL : 1 + random.below(4));
      return count === 0 ? null : `${count} frames reach the server`;
    },
  },
  {
    weight: 30,
    happen(peer, _world, random) {
      const count = deliverToPeer(peer, random.chance(0.3) ? ALL : 1 + random.below(4));
      return count === 0 ? null : `${count} frames come`;
    },
  },
  {
    weight: 25,
    happen(peer, { server }) {
      if (peer.line.isUp) return null;
      server.connect(peer.line, peer.papers);
      return 'connects';
    },
  },
  {
    weight: 5,
    happen(peer) {
      if (!peer.line.isUp) return null;
      peer.line.cut();
      return 'is cut off';
    },
  },
  {
    weight: 1,
    happen(peer, { newClient }) {
      peer.crash(newClient());
      return `crashes and comes back as client ${peer.client}`;
    },
  },
  {
    weight: 1,
    happen(_peer, { server }) {
      server.restart();
      return 'sees the server start anew';
    },
  },
  {
    weight: 14,
    happen({ line }, { server }, random) {
      const said = line.chatter.server.some(random);
      if (said === null) return null;
      server.relay(line, said);
      return `a word of a drag reaches the server`;
    },
  },
  {
    weight: 20,
    happen(peer, { hear }, random) {
      const said = peer.line.chatter.peer.some(random);
      if (said === null) return null;
      hear(peer, said);
      return `a word of a drag comes: ${wordsOf(said)}`;
    },
  },
  {
    weight: 2,
    happen({ line: { chatter } }) {
      if (chatter.server.isQuiet && chatter.peer.isQuiet) return null;
      chatter.server.lose();
      chatter.peer.lose();
      return 'loses all that is under way of drags';
    },
  },
  {
    weight: 4,
    happen(peer, { server }) {
      if (!peer.line.isUp) return null;
      peer.seeOthers(server.here);
      return 'hears who is here';
    },
  },
  {
    weight: 6,
    happen(_peer, { clock, silence }, random) {
      const millis = random.pick([20, 60, 300, 1_100, 3_100]) ?? 0;
      clock.pass(millis);
      silence(millis);
      return `waits ${millis} ms`;
    },
  },
];

/** Without the gesture's id, which is another in every run. */
const wordsOf = ({ text }: Said): string => {
  const message = readDrag(text);
  return message === null ? '' : `${message.n} ${JSON.stringify(message.places)}${message.end ? ' end' : ''}`;
};
