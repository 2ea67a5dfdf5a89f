/** Holds what a person's documents saw of a deed against what it was meant to change. */
import { fragmentOf, linesOf } from '@samtavla/protocol';
import type { Deed } from '../acts/deed.ts';
import type { Peer } from '../peer.ts';
import { insist } from '../violation.ts';
import type { Seen } from '../witness.ts';

export function judgeDeed(peer: Peer, deed: Deed, seen: Seen): void {
  if (deed.takesBack !== undefined) {
    insist(seen.others === 0, () => `${deed.takesBack} took away ${seen.others} pieces of others' work`);
    return;
  }
  for (const touch of seen.touches) {
    const isMeant = deed.touches.some(({ id, side }) => id === touch.id && (side === 'record' || side === touch.side));
    insist(isMeant, () => `it wrote ${touch.side} of ${touch.id} too`);
  }
  const taken = seen.letters.length + seen.pieces;
  insist(deed.takesText === true || taken === 0, () => `it took text away: «${seen.letters}»`);
  if (deed.wrote !== undefined && peer.record(deed.wrote.id) !== null) {
    const record = peer.record(deed.wrote.id);
    const fragment = record === null ? null : fragmentOf(record);
    const lines = fragment === null ? '' : linesOf(fragment);
    for (const letter of deed.wrote.letters)
      insist(lines.includes(letter), () => `«${letter}» did not come into the text of ${deed.wrote?.id}`);
  }
}

/** Nobody writes for being told what others wrote. */
export function judgeDelivery(seen: Seen): void {
  const [first] = seen.touches;
  insist(first === undefined, () => `it wrote ${first?.side} of ${first?.id} in answer`);
}
