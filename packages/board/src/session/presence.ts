/**
 * Presence: who is here, where they point and what they look at. One port, so that the wire behind it can change alone. Nothing of
 * it is stored.
 */
import {
  DOING_NOTHING,
  NOBODY,
  readRoomNews,
  writeTold,
  type Arrival,
  type Doing,
  type Identity,
  type Millis,
  type PresenceId,
  type RoomNews,
} from '@samtavla/protocol';
import { signal, type Readable } from './signal.ts';

export type Peer = Doing &
  Identity & {
    /** The connection's own id: unrelated to any document's, and new with every connection. */
    readonly id: string;
  };

export type Presence = {
  /** This connection's own id, as others see it; new with every connection. */
  readonly id: Readable<string>;
  /** The others who are connected now, this tab not among them; who has not changed is the same object as before. */
  readonly peers: Readable<readonly Peer[]>;
  /** Whom this person follows, by the id of a peer; null for nobody. The server knows it, and no other person. */
  readonly following: Readable<string | null>;
  follow(peer: string | null): void;
  /** What has changed of what this person does. Sent as often as the room's size lets others be told, at most 20 times a second. */
  tell(doing: Partial<Doing>): void;
};

/** Presence with what only its connection needs. */
export type ConnectedPresence = Presence & {
  /** There is a line: says all of what this person does. */
  opened(): void;
  /** The line is gone, and with it all that was known of others. */
  lost(): void;
  /** A frame from the server; any other than presence is passed over. */
  hear(frame: Uint8Array): void;
  close(): void;
};

/** 20 Hz looks fluent when the receiver glides between two points. */
const TELL_MILLIS = 50;

/**
 * @param send gives a frame to the line, or to nobody when there is none
 * @param onTime told what time the server says it is
 */
export function presenceOver(
  send: (frame: Uint8Array) => void,
  onTime: (now: Millis) => void = () => {},
): ConnectedPresence {
  const id = signal(String(NOBODY));
  const peers = signal<readonly Peer[]>([]);
  const following = signal<string | null>(null);
  let known = new Map<PresenceId, Peer>();
  let doing = DOING_NOTHING;
  /** What of it has not been told; null when there is no line, and the next is told all. */
  let fresh: Partial<Doing> | null = null;
  let paceMillis = TELL_MILLIS;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const say = () => {
    timer = null;
    if (fresh === null) return;
    send(writeTold({ doing: fresh }));
    fresh = {};
  };
  const show = () => peers.set([...known.values()]);

  return {
    id,
    peers,
    following,
    follow(peer) {
      if (peer === following.get()) return;
      following.set(peer);
      if (fresh !== null) send(writeTold({ doing: {}, follows: Number(peer ?? NOBODY) }));
    },
    tell(changed) {
      doing = { ...doing, ...changed };
      if (fresh === null) return;
      fresh = { ...fresh, ...changed };
      timer ??= setTimeout(say, paceMillis);
    },
    opened() {
      fresh = {};
      send(writeTold({ doing, follows: Number(following.get() ?? NOBODY) }));
    },
    lost() {
      fresh = null;
      known = new Map();
      show();
    },
    hear(frame) {
      const news = readRoomNews(frame);
      if (news === null) return;
      paceMillis = Math.max(TELL_MILLIS, news.paceMillis);
      if (news.now !== null) onTime(news.now);
      if (news.self !== null) {
        known = new Map();
        id.set(String(news.self));
      }
      learn(known, news);
      known.delete(Number(id.get()));
      show();
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      fresh = null;
    },
  };
}

/** Whoever changed is another object than before. Of somebody who never came, or has left, there is nothing to know. */
function learn(known: Map<PresenceId, Peer>, { came, left, news }: RoomNews): void {
  for (const arrival of came) known.set(arrival.id, peerOf(arrival));
  for (const gone of left) known.delete(gone);
  for (const { id, doing } of news) {
    const peer = known.get(id);
    if (peer !== undefined) known.set(id, { ...peer, ...doing });
  }
}

const peerOf = ({ id, ...identity }: Arrival): Peer => ({ id: String(id), ...identity, ...DOING_NOTHING });
