/**
 * What is seen of drags: who drags sees their own hand, a drop is in the document, and of others' drags nothing comes back once it
 * is over: not by a message that comes late, not after the document's own word, and not after three seconds of silence.
 */
import {
  parentOf,
  placeOf,
  readDrag,
  recordsOf,
  zoneIdOf,
  zonePlace,
  type DragMessage,
  type Place,
  type RecordId,
  type RecordMap,
} from '@samtavla/protocol';
import { equal } from '../../src/binding/equal.ts';
import { PAGE, recordIdOf } from '../../src/binding/record-codec.ts';
import type { StoreShape } from '../../src/binding/store-port.ts';
import type { Clock } from '../../src/session/clock.ts';
import type { Said } from '../chatter.ts';
import { PAPERS } from '../papers.ts';
import type { Peer } from '../peer.ts';
import { insist } from '../violation.ts';
import { freshlyShown } from './agreement.ts';

type Heard = { n: number; isOver: boolean; at: number; readonly moved: Set<RecordId>; readonly placed: Set<RecordId> };

/** A gesture that has been silent for longer is not known for what it was. */
const REMEMBERED_MILLIS = 25_000;

export class DragWatch {
  readonly #clock: Clock;
  #heard = new WeakMap<Peer['papers'], Map<string, Heard>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The peer's documents have said anew where these stand: what is dragging them there now has lost them. */
  placed({ papers }: Peer, ids: readonly RecordId[]): void {
    for (const { moved, placed } of this.#heard.get(papers)?.values() ?? [])
      for (const id of ids) if (moved.has(id)) placed.add(id);
  }

  hear(peer: Peer, said: Said): void {
    const message = readDrag(said.text);
    insist(message !== null, () => 'what came of a drag cannot be read');
    const heard = this.#heardBy(peer, message);
    const isLate = message.n <= heard.n || heard.isOver;
    const seen = () => message.places.map(([id]) => peer.drags[said.paper].placeOf(id));
    const before = seen();
    peer.hear(said);
    const after = seen();
    insist(!isLate || equal(before, after), () => `${peer.name}: a late word about a drag moved something`);
    for (const [index, [id]] of message.places.entries()) {
      const isNew = before[index] === null && after[index] !== null;
      if (!isNew) continue;
      insist(
        !heard.placed.has(id),
        () => `${peer.name}: ${id}, placed already, was dragged again by a word that came late`,
      );
      heard.moved.add(id);
    }
    Object.assign(heard, {
      n: Math.max(heard.n, message.n),
      isOver: heard.isOver || message.end,
      at: this.#clock.now(),
    });
  }

  #heardBy({ papers }: Peer, { gesture }: DragMessage): Heard {
    const all = this.#heard.get(papers) ?? new Map<string, Heard>();
    this.#heard.set(papers, all);
    const known = all.get(gesture);
    const now = this.#clock.now();
    if (known !== undefined && now - known.at < REMEMBERED_MILLIS) return known;
    const heard = { n: -1, isOver: false, at: now, moved: new Set<RecordId>(), placed: new Set<RecordId>() };
    all.set(gesture, heard);
    return heard;
  }
}

/** Whatever others do meanwhile, what a person drags is where their hand is. */
export function judgeHand({ name, hand, store }: Peer): void {
  for (const { id, x, y, rotation, parentId } of hand?.places ?? []) {
    const shown = store.get(id);
    insist(
      shown?.typeName === 'shape' &&
        equal([shown.x, shown.y, shown.rotation, shown.parentId], [x, y, rotation, parentId]),
      () => `${name} drags ${id} to ${x} ${y}, and sees it elsewhere: ${JSON.stringify(shown)}`,
    );
  }
}

/** Where the document has said anew that a record stands, nobody's drag is shown any more. */
export function judgePlaced(peer: Peer, placed: readonly RecordId[]): void {
  for (const id of placed.filter((each) => peer.record(each) !== null))
    insist(draggedTo(peer, id) === null, () => `${peer.name} sees ${id} dragged, though the document has placed it`);
}

/** Nobody has said anything for so long that all that is left of others' drags is what the documents say. */
export function judgeSilence(peer: Peer): void {
  for (const paper of PAPERS)
    for (const id of recordsOf(peer.papers[paper]).keys())
      insist(draggedTo(peer, id as RecordId) === null, () => `${peer.name} still sees ${id} dragged`);
  if (peer.hand !== null) return;
  const fresh = freshlyShown(peer.papers);
  for (const { id, x, y, parentId } of peer.shapes()) {
    const there = fresh.get(id);
    insist(
      there?.typeName === 'shape' && equal([x, y, parentId], [there.x, there.y, there.parentId]),
      () => `${peer.name} shows ${id} at ${x} ${y} in ${parentId} where a fresh canvas shows ${JSON.stringify(there)}`,
    );
  }
}

/** What was dropped is where it was dropped, in the dropper's own documents, unless somebody had deleted it. */
export function judgeDrop(peer: Peer, placed: readonly StoreShape[]): void {
  for (const { id, x, y, parentId } of placed) {
    const record = peer.record(recordIdOf(id));
    const place = record === null ? null : placeOf(record);
    insist(record !== null && place !== null, () => `${id} was dropped, and is nowhere`);
    const [dx, dy] = originOf(peer, record);
    const parent = parentOf(record);
    const isThere =
      Math.abs(place[0] + dx - x) < NEAR &&
      Math.abs(place[1] + dy - y) < NEAR &&
      (parent === null ? PAGE : `shape:${parent}`) === parentId;
    insist(isThere, () => `${id} was dropped at ${x} ${y} in ${parentId}, and is at ${place.join(' ')} in ${parent}`);
  }
}

/** Beside a zone that another drags, whose place comes rounded, sums are not exact. */
const NEAR = 1e-6;

const draggedTo = ({ drags }: Peer, id: RecordId): Place | null => drags.plan.placeOf(id) ?? drags.canvas.placeOf(id);

/** The zone it stands in, where its dropper sees it. */
function originOf({ papers, drags }: Peer, record: RecordMap): readonly [x: number, y: number, ...unknown[]] {
  const zone = zoneIdOf(record);
  const held = zone !== null ? recordsOf(papers.plan).get(zone) : undefined;
  const place = held === undefined ? null : zonePlace(held);
  if (place === null) return [0, 0];
  return drags.plan.placeOf(zone as RecordId) ?? [place.x, place.y];
}
