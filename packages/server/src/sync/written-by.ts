/**
 * Who wrote what of a document. Yjs names each piece by a client and a clock, and any client may say any name: so it is not who a
 * piece says it is that counts, but who sent it first.
 *
 *     client 7   ├── Kari ──────────┼── Mallory ─▶      one span from each clock at which the sender changed
 *                0                  41
 */
import type { ParticipantId } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Span } from '../storage/storage.ts';

export type Range = { readonly clock: number; readonly len: number };

export class WrittenBy {
  /** By client; each in the order of the clocks. */
  readonly #spans = new Map<number, Span[]>();

  constructor(spans: readonly Span[]) {
    for (const span of spans) this.#add(span);
  }

  /**
   * Takes note of an update (V1) that a person has sent, and returns what is to be stored of it.
   * @param known up to where the document had a client's pieces before: what is sent again is not who sends it again's
   */
  sent(person: ParticipantId, update: Uint8Array, known: (client: number) => number): Span[] {
    const begun: Span[] = [];
    for (const struct of Y.decodeUpdate(update).structs) {
      if (struct instanceof Y.Skip) continue;
      const { client, clock } = struct.id;
      const start = Math.max(clock, known(client));
      if (start >= clock + struct.length || this.personAt(client, start) === person) continue;
      // What waits in the document already is its first sender's.
      if (this.#spans.get(client)?.some((span) => span.start === start) === true) continue;
      const span = { client, start, person };
      this.#add(span);
      begun.push(span);
    }
    return begun;
  }

  personAt(client: number, clock: number): ParticipantId | null {
    return this.#spans.get(client)?.findLast(({ start }) => start <= clock)?.person ?? null;
  }

  /** Of a piece of a document, what this person wrote. */
  rangesOf(person: ParticipantId, { client, clock }: { client: number; clock: number }, length: number): Range[] {
    const spans = this.#spans.get(client) ?? [];
    return spans.flatMap((span, at) => {
      const from = Math.max(clock, span.start);
      const to = Math.min(clock + length, spans[at + 1]?.start ?? Number.POSITIVE_INFINITY);
      return span.person === person && from < to ? [{ clock: from, len: to - from }] : [];
    });
  }

  #add(span: Span): void {
    const spans = [...(this.#spans.get(span.client) ?? []), span].toSorted((one, other) => one.start - other.start);
    this.#spans.set(span.client, spans);
  }
}
