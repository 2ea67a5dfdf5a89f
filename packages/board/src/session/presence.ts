/**
 * Presence: who is here, and where they point. One port, so that the wire behind it can change alone. Nothing of it is stored.
 */
import type { Perspective } from '@samtavla/protocol';
import { LIMITS, perspectiveOf } from '@samtavla/protocol';
import type { Awareness } from 'y-protocols/awareness';
import { signal, type Readable } from './signal.ts';

/** Page coordinates. */
export type Point = { readonly x: number; readonly y: number };

export type Peer = {
  /** The connection's own id: unrelated to any document's, and new with every visit. */
  readonly id: string;
  /** Same for one person's several tabs; absent on an anonymous board. */
  readonly person: string | null;
  readonly name: string | null;
  readonly perspective: Perspective;
  readonly cursor: Point | null;
};

export type Self = Pick<Peer, 'person' | 'name' | 'perspective'>;

export type Presence = {
  /** This tab's own id, as the others know it. */
  readonly id: string;
  /** The others who are connected now, this tab not among them. */
  readonly peers: Readable<readonly Peer[]>;
  /** Where this person points; null when they do not point at the board. Sent at most 20 times a second. */
  point(at: Point | null): void;
  /** Says again that one is here: after a break the server takes only news. */
  renew(): void;
  close(): void;
};

/** 20 Hz looks fluent when the receiver glides between two points. */
const CURSOR_MILLIS = 50;

export function presenceOver(awareness: Awareness, self: Self): Presence {
  const peers = signal<readonly Peer[]>([]);
  const read = () => {
    const others = [...awareness.getStates()].filter(([id]) => id !== awareness.clientID);
    peers.set(others.flatMap(([id, state]) => peerOf(id, state) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  };
  awareness.setLocalState({ who: self, cursor: null });
  awareness.on('change', read);

  let latest: Point | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const send = () => {
    timer = null;
    awareness.setLocalStateField('cursor', latest);
  };
  return {
    id: String(awareness.clientID),
    peers,
    point(at) {
      latest = at;
      timer ??= setTimeout(send, CURSOR_MILLIS);
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

/** Another's state is what their client says, true or not: read with care, and what is malformed is nobody. */
function peerOf(id: number, state: Record<string, unknown>): Peer | null {
  const { who, cursor } = state;
  if (typeof who !== 'object' || who === null) return null;
  const { person, name, perspective } = who as Record<string, unknown>;
  return {
    id: String(id),
    person: typeof person === 'string' ? person : null,
    name: typeof name === 'string' ? name.slice(0, LIMITS.nameCharacters) : null,
    perspective: perspectiveOf(perspective),
    cursor: pointOf(cursor),
  };
}

function pointOf(value: unknown): Point | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y } = value as Record<string, unknown>;
  return Number.isFinite(x) && Number.isFinite(y) ? { x: x as number, y: y as number } : null;
}
