/** A member of a room on any server that speaks Yjs. */
import { addNote, placeOf, recordsOf, type Point, type RecordId } from '@samtavla/protocol';
import type * as Y from 'yjs';
import { WireClient, type Address } from '../lib/wire-client.ts';
import type { Member } from './member.ts';

export class Mover implements Member {
  readonly client: WireClient;
  readonly note: RecordId;

  private constructor(client: WireClient) {
    this.client = client;
    this.note = addNote(client.doc, { text: 'en lapp' });
  }

  static async join(address: Address, reads = true): Promise<Mover> {
    return new Mover(await WireClient.open(address, reads));
  }

  move(mark: number): void {
    recordsOf(this.client.doc).get(this.note)?.set('at', [mark, 0, 0]);
  }

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

  point(cursor: Point): void {
    this.client.point(cursor);
  }

  get reads(): boolean {
    return this.client.reads;
  }

  get bytesReceived(): number {
    return this.client.bytesReceived;
  }

  get isOpen(): boolean {
    return this.client.isOpen;
  }

  close(): void {
    this.client.close();
  }
}

/** What an event under the records changes: one of them, or, when it comes anew and has moved already, those that came. */
const recordsIn = ({ path: [record], changes }: Y.YEvent<Y.AbstractType<unknown>>): string[] =>
  record === undefined ? [...changes.keys.keys()] : [String(record)];
