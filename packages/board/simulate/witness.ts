/** Sees every transaction that a peer makes in its documents, and says what it touched and took away. */
import { recordsOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { RecordEvent } from '../src/binding/record-events.ts';
import { PAPERS, type Papers } from './papers.ts';

/** One side of a record: all of it (made, brought back or removed), its place, its text, or another of its keys. */
export type Touch = { readonly id: RecordId; readonly side: string };

export type Seen = {
  readonly touches: readonly Touch[];
  /** Letters that were taken away one by one, by people's own choice or by mistake. */
  readonly letters: string;
  /** Pieces of text that were taken away whole. */
  readonly pieces: number;
  /** Whatever else was taken away that holds something, with all that others are putting into it. */
  readonly holders: readonly string[];
  /** What was taken away though it was made by others, and not because what it stood in was taken away. */
  readonly others: number;
};

export const sideOf = (key: string): string => (key === 'at' ? 'place' : key);

/** The records that stand elsewhere now, came or went; a place that was written and lost against another's is no change. */
function placedIn(events: readonly RecordEvent[]): RecordId[] {
  return events.flatMap(({ path: [id, ...deeper], keys }) => {
    if (id === undefined) return [...keys.keys()] as RecordId[];
    const isPlaced = deeper.length === 0 && [...keys.keys()].some((key) => key === 'gone' || key === 'at');
    return isPlaced ? [id as RecordId] : [];
  });
}

const nameOf = ({ id: { client, clock } }: Y.Item): string => `${client}.${clock}`;

/** The item and all that it stands in. */
export const holdersOf = (item: Y.Item | null): string[] =>
  item === null ? [] : [nameOf(item), ...holdersOf(parentItem(item))];

export class Witness {
  #seen: Seen[] = [];
  #othersCame = false;
  #placed: RecordId[] = [];

  constructor(papers: Papers) {
    for (const paper of PAPERS) {
      recordsOf(papers[paper]).observeDeep((events) => this.#placed.push(...placedIn(events)));
      papers[paper].on('update', (_bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
        if (!local) this.#othersCame = true;
      });
      papers[paper].on('afterTransaction', (transaction: Y.Transaction) => {
        if (transaction.local && transaction.changed.size > 0) this.#seen.push(seenIn(transaction));
      });
    }
  }

  /** Whether anything that others did has come since this was last asked. */
  takeOthersCame(): boolean {
    const came = this.#othersCame;
    this.#othersCame = false;
    return came;
  }

  /** The records of which a document has said anew where they stand, since this was last asked. */
  takePlaced(): RecordId[] {
    return this.#placed.splice(0);
  }

  /** What has been done since this was last asked. */
  take(): Seen {
    const seen = this.#seen;
    this.#seen = [];
    return {
      touches: seen.flatMap(({ touches }) => touches),
      letters: seen.map(({ letters }) => letters).join(''),
      pieces: seen.reduce((sum, { pieces }) => sum + pieces, 0),
      holders: seen.flatMap(({ holders }) => holders),
      others: seen.reduce((sum, { others }) => sum + others, 0),
    };
  }
}

function seenIn(transaction: Y.Transaction): Seen {
  const { doc } = transaction;
  let letters = '';
  let pieces = 0;
  const holders: string[] = [];
  let others = 0;
  const gone = (item: Y.Item): boolean =>
    Y.isDeleted(transaction.deleteSet, item.id) || (parentItem(item) !== null && gone(parentItem(item) as Y.Item));
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item)) return;
    if (struct.content instanceof Y.ContentString) letters += struct.content.str;
    if (struct.content instanceof Y.ContentType) {
      holders.push(nameOf(struct));
      if (struct.content.type instanceof Y.XmlText) pieces += 1;
    }
    const parent = parentItem(struct);
    if (struct.id.client !== doc.clientID && (parent === null || !gone(parent))) others += 1;
  });
  return { touches: touchesIn(transaction), letters, pieces, holders, others };
}

const parentItem = (item: Y.Item): Y.Item | null => (item.parent as Y.AbstractType<unknown> | null)?._item ?? null;

function touchesIn({ doc, changed }: Y.Transaction): Touch[] {
  const root = recordsOf(doc);
  const touches: Touch[] = [];
  for (const [type, keys] of changed) {
    if ((type as unknown) === root) for (const id of keys) touches.push({ id: id as RecordId, side: 'record' });
    else {
      const path = pathTo(type as Y.AbstractType<unknown>);
      const id = path[0] as RecordId;
      if (path.length > 1) touches.push({ id, side: path[1] ?? 'text' });
      else for (const key of keys) touches.push({ id, side: sideOf(key ?? 'text') });
    }
  }
  return touches;
}

/** The keys that lead to a type from the root, of which the first is the record's id. */
function pathTo(type: Y.AbstractType<unknown>): (string | null)[] {
  const item = type._item;
  if (item === null) return [];
  return [...pathTo(item.parent as Y.AbstractType<unknown>), item.parentSub];
}
