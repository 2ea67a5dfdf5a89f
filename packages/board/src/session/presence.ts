/**
 * Presence: who is here, where they point and what they look at. One port, so that the wire behind it can change alone. Nothing of
 * it is stored.
 */
import { LIMITS, perspectiveOf, type Perspective } from '@samtavla/protocol';
import type { Awareness } from 'y-protocols/awareness';
import { signal, type Readable } from './signal.ts';

/** Page coordinates. */
export type Point = { readonly x: number; readonly y: number };

/** What a person sees of the page: the camera, and how large their screen is in its own pixels. */
export type View = {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly w: number;
  readonly h: number;
};

/** What a person is doing now. */
export type Doing = {
  /** Null when they do not point at the board. */
  readonly cursor: Point | null;
  readonly view: View | null;
  /** Ids of records, some of them when there are many. */
  readonly selected: readonly string[];
  /** What they say in a bubble at their cursor. */
  readonly saying: string | null;
  /** Whether their cursor leaves a trail. */
  readonly laser: boolean;
};

export type Peer = Doing & {
  /** The connection's own id: unrelated to any document's, and new with every visit. */
  readonly id: string;
  /** Same for one person's several tabs; absent on an anonymous board. */
  readonly person: string | null;
  readonly name: string | null;
  readonly perspective: Perspective;
};

export type Self = Pick<Peer, 'person' | 'name' | 'perspective'>;

export type Presence = {
  /** This connection's own id, as others see it. */
  readonly id: string;
  /** The others who are connected now, this tab not among them; who has not changed is the same object as before. */
  readonly peers: Readable<readonly Peer[]>;
  /** Whom this person follows, by the id of a peer; null for nobody. Known to this tab alone. */
  readonly following: Readable<string | null>;
  follow(peer: string | null): void;
  /** What has changed of what this person does. Sent at most 20 times a second. */
  tell(doing: Partial<Doing>): void;
  /** Says again that one is here: after a break the server takes only news. */
  renew(): void;
  close(): void;
};

/** 20 Hz looks fluent when the receiver glides between two points. */
const TELL_MILLIS = 50;
/** Enough to see what somebody is about; a state is sent whole each time. */
export const MOST_SELECTED = 20;
/** A bubble at a cursor, not a letter. */
const SAYING_CHARACTERS = 120;

const NOTHING: Doing = { cursor: null, view: null, selected: [], saying: null, laser: false };

export function presenceOver(awareness: Awareness, self: Self): Presence {
  const known = new Map<number, Peer>();
  const peers = signal<readonly Peer[]>([]);
  const following = signal<string | null>(null);
  const read = ({ added, updated, removed }: Changes) => {
    for (const id of [...added, ...updated, ...removed]) {
      const state = id === awareness.clientID ? undefined : awareness.getStates().get(id);
      const peer = state === undefined ? null : peerOf(id, state);
      if (peer === null) known.delete(id);
      else known.set(id, peer);
    }
    peers.set([...known.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  };
  awareness.setLocalState({ who: self, doing: NOTHING });
  awareness.on('change', read);
  read({ added: [...awareness.getStates().keys()], updated: [], removed: [] });

  let doing = NOTHING;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const send = () => {
    timer = null;
    awareness.setLocalStateField('doing', doing);
  };
  return {
    id: String(awareness.clientID),
    peers,
    following,
    follow: (peer) => following.set(peer),
    tell(changed) {
      doing = { ...doing, ...changed };
      timer ??= setTimeout(send, TELL_MILLIS);
    },
    renew() {
      awareness.setLocalState(awareness.getLocalState());
    },
    close() {
      if (timer !== null) clearTimeout(timer);
      awareness.off('change', read);
    },
  };
}

type Changes = { readonly added: number[]; readonly updated: number[]; readonly removed: number[] };

/** Another's state is what their client says, true or not: read with care, and what is malformed is nobody or nothing. */
function peerOf(id: number, state: Record<string, unknown>): Peer | null {
  const { who, doing } = state;
  if (!isObject(who)) return null;
  const { person, name, perspective } = who;
  return {
    id: String(id),
    person: typeof person === 'string' ? person : null,
    name: typeof name === 'string' ? name.slice(0, LIMITS.nameCharacters) : null,
    perspective: perspectiveOf(perspective),
    ...(isObject(doing) ? doingOf(doing) : NOTHING),
  };
}

function doingOf({ cursor, view, selected, saying, laser }: Record<string, unknown>): Doing {
  const ids = Array.isArray(selected) ? selected.filter((each): each is string => typeof each === 'string') : [];
  return {
    cursor: numbersOf(cursor, ['x', 'y']),
    view: numbersOf(view, ['x', 'y', 'zoom', 'w', 'h']),
    selected: ids.slice(0, MOST_SELECTED),
    saying: typeof saying === 'string' && saying !== '' ? saying.slice(0, SAYING_CHARACTERS) : null,
    laser: laser === true,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** An object of these finite numbers; null where one is missing. */
function numbersOf<Key extends string>(value: unknown, keys: readonly Key[]): Record<Key, number> | null {
  if (!isObject(value) || !keys.every((key) => Number.isFinite(value[key]))) return null;
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Record<Key, number>;
}
