/** A person with one note, who moves it: the commonest edit there is, a few dozen bytes. */
import { addNote, placeOf, recordsOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import { WireClient, type Address } from '../lib/wire-client.ts';

export class Mover {
  readonly client: WireClient;
  readonly #note: RecordId;

  private constructor(client: WireClient) {
    this.client = client;
    this.#note = addNote(client.doc, { text: 'en lapp' });
  }

  static async join(address: Address): Promise<Mover> {
    return new Mover(await WireClient.open(address));
  }

  /** The mark stands where the note's x does, for whoever sees the move. */
  move(mark: number): void {
    recordsOf(this.client.doc).get(this.#note)?.set('at', [mark, 0, 0]);
  }

  /** Calls back with the mark of each move of somebody else's note, until what it returns is called. */
  onOthersMove(seen: (mark: number) => void): () => void {
    const records = recordsOf(this.client.doc);
    const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
      if (local) return;
      for (const { target } of events) {
        const place = target instanceof Y.Map && target !== records ? placeOf(target) : null;
        if (place !== null) seen(place[0]);
      }
    };
    records.observeDeep(observe);
    return () => records.unobserveDeep(observe);
  }
}
