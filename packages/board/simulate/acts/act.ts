/** A kind of thing that people do, and the values they do it with. */
import type { RecordId } from '@samtavla/protocol';
import type { Peer } from '../peer.ts';
import type { Random } from '../random.ts';
import type { Deed } from './deed.ts';

export type Act = {
  readonly name: string;
  /** How often, against the others'. */
  readonly weight: number;
  /** A gesture that a canvas marks as the beginning of a step; typing goes on from letter to letter. */
  readonly isGesture: boolean;
  /** What a person may do with a drag under way. */
  readonly isInDrag?: true;
  /** Does it; null where there is nothing to do it to. */
  readonly perform: (peer: Peer, random: Random, marker: Marker) => Deed | null;
};

/** Gives values that nobody else in the run gives, so that whoever finds one knows who wrote it, and when. */
export class Marker {
  #next = 0;

  number(): number {
    this.#next += 1;
    return this.#next;
  }

  id(kind: string, peer: Peer): RecordId {
    return `${kind}${this.number()}${peer.name}` as RecordId;
  }

  /** A coordinate in this range; the fraction is one that adding and subtracting keeps exact. */
  coordinate(random: Random, end: number): number {
    return random.below(end) + this.number() / 4096;
  }

  letters(count: number): string {
    return String.fromCharCode(...Array.from({ length: count }, () => FIRST_LETTER + this.number()));
  }
}

/** Twenty thousand letters in a row, each a single code unit. */
const FIRST_LETTER = 0x4e00;
