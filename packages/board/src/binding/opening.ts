/** Shows a large board piece by piece. What changes meanwhile is shown as it changes; a piece shows what is true when it comes. */
import { kindOf, recordsOf, recordsOfKind, zoneIdOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import { homesIn, type RecordDocs } from './find-record.ts';
import type { StorePort } from './store-port.ts';

/** The first is what a person sees at once; then as many as leave the page free to answer in between. */
const AT_ONCE = 500;

type Pieces = { readonly areShown: () => boolean; readonly stop: () => void };

export function showPiecewise(
  store: Pick<StorePort, 'later'>,
  ids: readonly RecordId[],
  show: (ids: readonly RecordId[]) => void,
): Pieces {
  let isStopped = false;
  let shown = 0;
  const goOn = () => {
    if (isStopped) return;
    show(ids.slice(shown, shown + AT_ONCE));
    shown += AT_ONCE;
    if (shown < ids.length) store.later(goOn);
  };
  goOn();
  return {
    areShown: () => shown >= ids.length,
    stop: () => {
      isStopped = true;
    },
  };
}

/** The zones, what stands in the first of them, all else; at last what ties shapes together, when the shapes are there. What is locked is in the plan. */
export function inOrderOfNeed(docs: RecordDocs): RecordId[] {
  const zones = [...recordsOfKind(docs.plan, 'zone')].map(([id]) => id);
  const [inFirst, elsewhere, ties]: [RecordId[], RecordId[], RecordId[]] = [[], [], []];
  for (const [id, record] of homesIn(docs).flatMap(([, doc]) => [...recordsOf(doc)])) {
    if (record instanceof Y.Map && kindOf(record) === 'zone') continue;
    const isTie = record instanceof Y.Map && kindOf(record) === 'binding';
    const isInFirst = record instanceof Y.Map && zoneIdOf(record) === zones[0];
    (isTie ? ties : isInFirst ? inFirst : elsewhere).push(id as RecordId);
  }
  return [...zones, ...inFirst, ...elsewhere, ...ties];
}
