/**
 * Where others drag records, from what they send. A place holds until its dragger lets go of it, and at the latest
 *
 * - when the document says anew where the record stands: the drop, or somebody else's move. What the same gesture sends of that
 *   record afterwards is late, and moves nothing back;
 * - when its dragger leaves, or has not been heard for three seconds.
 *
 * Then the record stands where the document says, for everybody.
 */
import { readDrag, type Place, type RecordId } from '@samtavla/protocol';
import type { Drags } from '../binding/drags.ts';
import { pageClock, type Clock } from './clock.ts';
import { TICK_MILLIS } from './drag-sender.ts';

/** Who is silent so long has lost the connection; three words of who holds still went missing. */
export const SILENT_MILLIS = 3_000;
/** As long a gesture is remembered, so that what comes late is known for it. */
const FORGET_MILLIS = 30_000;
/** A room full of people drags less; a program that invents gestures gets no more memory than this. */
const MOST_GESTURES = 500;
/** The time between two frames. A timer and no animation frame: a hidden tab must let go too. */
const FRAME_MILLIS = 16;

type Gesture = {
  by: string;
  n: number;
  heard: number;
  isOver: boolean;
  /** What it was seen to drag, also after its silence let go of that. */
  readonly moved: Set<RecordId>;
  /** What the document has placed since. */
  readonly placed: Set<RecordId>;
};
type Glide = {
  readonly gesture: Gesture;
  readonly from: Place;
  readonly to: Place;
  readonly since: number;
  isThere: boolean;
};
type Listener = (ids: ReadonlySet<RecordId>) => void;

export type DragReceiver = Pick<Drags, 'placeOf' | 'placed' | 'subscribe'> & {
  receive(text: string): void;
  /** The peers with these ids are gone. */
  left(peers: ReadonlySet<string>): void;
  close(): void;
};

export function dragReceiver({ now, every }: Clock = pageClock): DragReceiver {
  const gestures = new Map<string, Gesture>();
  const glides = new Map<RecordId, Glide>();
  const listeners = new Set<Listener>();
  let stopFrames: (() => void) | null = null;

  const tell = (ids: ReadonlySet<RecordId>): void => {
    if (ids.size > 0) for (const listener of listeners) listener(ids);
  };
  const letGo = (isOver: (gesture: Gesture, id: RecordId) => boolean): Set<RecordId> => {
    const ended = [...glides].filter(([id, { gesture }]) => isOver(gesture, id)).map(([id]) => id);
    for (const id of ended) glides.delete(id);
    return new Set(ended);
  };
  const frame = (): void => {
    const changed = letGo(({ heard }) => now() - heard >= SILENT_MILLIS);
    for (const [id, glide] of glides) {
      if (glide.isThere) continue;
      glide.isThere = now() - glide.since >= TICK_MILLIS;
      changed.add(id);
    }
    for (const [id, { heard }] of gestures) if (now() - heard >= FORGET_MILLIS) gestures.delete(id);
    if (gestures.size === 0) {
      stopFrames?.();
      stopFrames = null;
    }
    tell(changed);
  };
  const gestureOf = (id: string, by: string): Gesture | null => {
    const known = gestures.get(id);
    if (known !== undefined || gestures.size >= MOST_GESTURES) return known ?? null;
    const gesture = { by, n: -1, heard: now(), isOver: false, moved: new Set<RecordId>(), placed: new Set<RecordId>() };
    gestures.set(id, gesture);
    return gesture;
  };

  return {
    receive(text) {
      const message = readDrag(text);
      const gesture = message && gestureOf(message.gesture, message.by);
      if (message === null || gesture === null || gesture.isOver || message.n <= gesture.n) return;
      Object.assign(gesture, { n: message.n, heard: now(), isOver: message.end });
      const dragged = new Set<RecordId>();
      for (const [id, ...to] of message.places) {
        const glide = glides.get(id);
        // Of two who drag one record, it follows whoever took it first.
        if (gesture.placed.has(id) || (glide !== undefined && glide.gesture !== gesture)) continue;
        glides.set(id, { gesture, from: glide ? placeAt(glide, now()) : to, to, since: now(), isThere: false });
        dragged.add(id);
        gesture.moved.add(id);
      }
      const ended = letGo((each, id) => each === gesture && !dragged.has(id));
      stopFrames ??= every(FRAME_MILLIS, frame);
      tell(new Set([...dragged, ...ended]));
    },
    left(peers) {
      tell(letGo(({ by }) => peers.has(by)));
    },
    placeOf(id) {
      const glide = glides.get(id);
      return glide === undefined ? null : placeAt(glide, now());
    },
    placed(id) {
      for (const { moved, placed } of gestures.values()) if (moved.has(id)) placed.add(id);
      glides.delete(id);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      stopFrames?.();
      listeners.clear();
    },
  };
}

/** On the straight way to the last place heard of, which takes as long as the next needs to come. */
function placeAt({ from, to, since }: Glide, at: number): Place {
  const part = Math.min(1, (at - since) / TICK_MILLIS);
  if (part === 1) return to;
  const turn = ((to[2] - from[2] + 3 * Math.PI) % (2 * Math.PI)) - Math.PI;
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, from[2] + turn * part];
}
