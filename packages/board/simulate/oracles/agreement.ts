/** When all is delivered: every document is the same, every store shows the same, and none shows what a fresh one would not. */
import { bind } from '../../src/binding/bind.ts';
import { equal } from '../../src/binding/equal.ts';
import { plainStore } from '../../src/binding/plain-store.ts';
import { PAGE } from '../../src/binding/record-codec.ts';
import type { StoreRecord } from '../../src/binding/store-port.ts';
import { kindOf, recordsOf, zoneOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Peer } from '../peer.ts';
import { everythingIn, newPapers, PAPERS, type Papers } from '../papers.ts';
import { TYPES } from '../stock.ts';
import { insist } from '../violation.ts';

type Shown = ReadonlyMap<string, StoreRecord>;

export function checkAgreement(stored: Papers, peers: readonly Peer[]): void {
  const reread = newPapers(0);
  for (const paper of PAPERS) Y.applyUpdateV2(reread[paper], Y.encodeStateAsUpdateV2(stored[paper]));
  const truth = everythingIn(stored);
  insist(equal(truth, everythingIn(reread)), () => 'the stored documents read back differently');
  const fresh = freshlyShown(reread);
  for (const peer of peers) {
    insist(equal(truth, everythingIn(peer.papers)), () => `${peer.name}'s documents are not the server's`);
    checkShown(peer.name, peer.store.all(), fresh);
  }
  checkParents(fresh);
  checkSeen(reread, fresh);
}

export function freshlyShown(papers: Papers): Shown {
  const store = plainStore(TYPES);
  const plan = { doc: papers.plan, writable: false };
  bind(store, { plan, canvas: { doc: papers.canvas, writable: false } }).close();
  return store.all();
}

function checkShown(name: string, shown: Shown, fresh: Shown): void {
  for (const id of new Set([...shown.keys(), ...fresh.keys()])) {
    const [here, there] = [shown.get(id), fresh.get(id)];
    insist(
      equal(here ?? null, there ?? null),
      () => `${name} shows ${JSON.stringify(here)} where a fresh canvas shows ${JSON.stringify(there)}`,
    );
  }
}

/** What a shape lies in is there, and ends on the page: else nobody could see it. */
function checkParents(shown: Shown): void {
  for (const record of shown.values()) {
    let holder: StoreRecord | undefined = record;
    for (let depth = 0; holder?.typeName === 'shape' && holder.parentId !== PAGE; depth += 1) {
      holder = depth > shown.size ? undefined : shown.get(holder.parentId);
      insist(holder !== undefined, () => `${record.id} lies in what is not there`);
    }
  }
}

/** Nobody writes anything here that cannot be shown: what stands in the documents, and is not shown, has lost something. */
function checkSeen({ plan, canvas }: Papers, shown: Shown): void {
  for (const [id, record] of [...recordsOf(plan), ...recordsOf(canvas)]) {
    const isRemovedZone = kindOf(record) === 'zone' && zoneOf(id as RecordId, record) === null;
    const isSeen = shown.has(id) || shown.has(`shape:${id}`);
    insist(isSeen || isRemovedZone, () => `${id} is stored and seen by nobody: ${JSON.stringify(record)}`);
  }
}
