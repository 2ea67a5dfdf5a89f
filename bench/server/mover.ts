/** A person with one note, who moves it: the commonest edit there is, a few dozen bytes. */
import { addNote, placeOf, recordsOf, type RecordId } from '@samtavla/protocol';
import type * as Y from 'yjs';
import { WireClient, type Address } from '../lib/wire-client.ts';

export class Mover {
  readonly client: WireClient;
  readonly note: RecordId;

  private constructor(client: WireClient) {
    this.client = client;
    this.note = addNote(client.doc, { text: 'en lapp' });
  }

  static async join(address: Address): Promise<Mover> {
    return new Mover(await WireClient.open(address));
  }

  /** The mark stands where the note's x does, for whoever sees the move. */
  move(mark: number): void {
    recordsOf(this.client.doc).get(this.note)?.set('at', [mark, 0, 0]);
  }

  /**
   * Calls back with the mark of a move of somebody else's note, and the note, until what it returns is called. Of moves that came
   * in one update, the last alone.
   */
  onOthersMove(seen: (mark: number, note: string) => void): () => void {
    const records = recordsOf(this.client.doc);
    const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction) => {
      if (local) return;
      for (const note of events.flatMap(recordsIn)) {
        const record = records.get(note);
        const place = record && placeOf(record);
        if (place) seen(place[0], note);
      }
    };
    records.observeDeep(observe);
    return () => records.unobserveDeep(observe);
  }
}

/** What an event under the records changes: one of them, or, when it comes anew and has moved already, those that came. */
const recordsIn = ({ path: [record], changes }: Y.YEvent<Y.AbstractType<unknown>>): string[] =>
  record === undefined ? [...changes.keys.keys()] : [String(record)];
