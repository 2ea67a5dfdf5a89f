/**
 * Whose value stands. Every value that a person gives a side of a record is the only one of its kind; in the end each side holds
 * one that somebody gave it as a whole, and that nobody who had seen it has replaced. A record that was made is there.
 */
import { recordsOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Deed } from '../acts/deed.ts';
import type { Peer } from '../peer.ts';
import { PAPERS, type Papers } from '../papers.ts';
import { insist } from '../violation.ts';
import { sideOf, type Seen, type Touch } from '../witness.ts';

type Claim = {
  readonly value: string;
  readonly by: string;
  readonly client: number;
  /** The client's clock once it was made; null where a value was only taken away, which no clock counts. */
  readonly clock: number | null;
  /** The clocks of all others' work that its maker knew. */
  readonly knew: ReadonlyMap<number, number>;
};

/** A text is the letters' matter, and what a record is never changes. */
const NOT_CLAIMED = new Set(['text', 'record', 'kind', 'type']);
const NOTHING = JSON.stringify(null);

export class Claims {
  readonly #claims = new Map<string, Claim[]>();
  readonly #made = new Map<RecordId, Claim>();
  readonly #removed = new Set<RecordId>();
  #knewBefore: Record<keyof Papers, ReadonlyMap<number, number>> = { plan: new Map(), canvas: new Map() };

  constructor(stored: Papers) {
    for (const paper of PAPERS) {
      for (const [id, record] of recordsOf(stored[paper])) {
        const byTheServer = { by: 'the server', client: 0, clock: null, knew: new Map() };
        for (const side of sidesOf(record)) this.#add({ id: id as RecordId, side }, valueOf(record, side), byTheServer);
      }
    }
  }

  /** Before a deed: what its doer knows. */
  begin({ papers }: Peer): void {
    this.#knewBefore = { plan: clocksIn(papers.plan), canvas: clocksIn(papers.canvas) };
  }

  note(peer: Peer, seen: Seen, deed: Deed): void {
    for (const { id, side } of seen.touches) {
      const record = peer.record(id);
      if (record === null) this.#removed.add(id);
      else
        for (const each of side === 'record' ? sidesOf(record) : [side])
          this.#claim(peer, record, { id, side: each }, deed);
    }
  }

  #claim(peer: Peer, record: RecordMap, touch: Touch, deed: Deed): void {
    if (NOT_CLAIMED.has(touch.side)) return;
    const paper = recordsOf(peer.papers.plan).has(touch.id) ? 'plan' : 'canvas';
    const knew = this.#knewBefore[paper];
    const now = Y.getState(peer.papers[paper].store, peer.client);
    const value = valueOf(record, touch.side);
    const isCounted = value !== NOTHING && now > (knew.get(peer.client) ?? 0);
    const claim = { by: `${peer.name}, who ${deed.words}`, client: peer.client, clock: isCounted ? now : null, knew };
    if (deed.takesBack !== undefined && touch.side === 'place')
      this.#insistOnClaim(touch, value, `${deed.takesBack} put`);
    this.#add(touch, value, claim);
  }

  check(stored: Papers): void {
    for (const paper of PAPERS) {
      const clocks = clocksIn(stored[paper]);
      const isThere = (claim: Claim) => claim.clock === null || (clocks.get(claim.client) ?? 0) >= claim.clock;
      for (const [id, record] of recordsOf(stored[paper])) {
        for (const side of sidesOf(record))
          this.#checkSide({ id: id as RecordId, side }, valueOf(record, side), isThere);
      }
      if (paper === 'canvas')
        for (const [id, claim] of this.#made)
          insist(
            recordsOf(stored.canvas).has(id) ||
              recordsOf(stored.plan).has(id) ||
              this.#removed.has(id) ||
              !isThere(claim),
            () => `${id}, made by ${claim.by}, is lost`,
          );
    }
  }

  #checkSide(touch: Touch, value: string, isThere: (claim: Claim) => boolean): void {
    if (NOT_CLAIMED.has(touch.side)) return;
    this.#insistOnClaim(touch, value, 'in the end is');
    const claims = (this.#claims.get(nameOfSide(touch)) ?? []).filter(isThere);
    const knownTo = (claim: Claim) => (later: Claim) =>
      later.clock !== null && claim.clock !== null && (later.knew.get(claim.client) ?? 0) >= claim.clock;
    const stands = claims.some((claim) => claim.value === value && !claims.some(knownTo(claim)));
    const last = claims.at(-1);
    insist(
      stands,
      () => `${touch.side} of ${touch.id} is ${value} again, which was replaced: ${last?.value} by ${last?.by}`,
    );
  }

  #insistOnClaim(touch: Touch, value: string, words: string): void {
    const isClaimed = this.#claims.get(nameOfSide(touch))?.some((claim) => claim.value === value) ?? false;
    insist(isClaimed, () => `${touch.id}: ${words} ${touch.side} ${value}, where nobody put it`);
  }

  #add(touch: Touch, value: string, claim: Omit<Claim, 'value'>): void {
    const claims = this.#claims.get(nameOfSide(touch)) ?? [];
    this.#claims.set(nameOfSide(touch), claims);
    claims.push({ ...claim, value });
    if (touch.side === 'place' && claim.clock !== null && !this.#made.has(touch.id))
      this.#made.set(touch.id, { ...claim, value });
  }
}

const clocksIn = (doc: Y.Doc): ReadonlyMap<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));

const nameOfSide = ({ id, side }: Touch): string => `${side} of ${id}`;

const sidesOf = (record: RecordMap): Set<string> => new Set([...record.keys()].map(sideOf));

/** What the record holds on this side, as text. */
const valueOf = (record: RecordMap, side: string): string =>
  JSON.stringify(record.get(side === 'place' ? 'at' : side) ?? null);
