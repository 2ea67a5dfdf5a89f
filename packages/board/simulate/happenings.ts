/** What happens to lines and machines, whatever people do: delivery in parts, cuts, crashes, a server that starts anew. */
import type { Peer } from './peer.ts';
import type { Random } from './random.ts';
import type { Server } from './server.ts';

type Happening = {
  readonly weight: number;
  /** Says what happened; null where it could not. */
  readonly happen: (peer: Peer, server: Server, random: Random, newClient: () => number) => string | null;
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
    happen(peer, server, random) {
      const count = deliverToServer(peer, server, random.chance(0.3) ? ALL : 1 + random.below(4));
      return count === 0 ? null : `${count} frames reach the server`;
    },
  },
  {
    weight: 30,
    happen(peer, _server, random) {
      const count = deliverToPeer(peer, random.chance(0.3) ? ALL : 1 + random.below(4));
      return count === 0 ? null : `${count} frames come`;
    },
  },
  {
    weight: 25,
    happen(peer, server) {
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
    happen(peer, _server, _random, newClient) {
      peer.crash(newClient());
      return `crashes and comes back as client ${peer.client}`;
    },
  },
  {
    weight: 1,
    happen(_peer, server) {
      server.restart();
      return 'sees the server start anew';
    },
  },
];
