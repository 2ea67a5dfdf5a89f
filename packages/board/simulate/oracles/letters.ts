/** No letter that was written, and that the server has, is missing or doubled, unless somebody took it away. */
import { fragmentOf, linesOf, recordsOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { Deed } from '../acts/deed.ts';
import type { Peer } from '../peer.ts';
import { PAPERS, type Papers } from '../papers.ts';
import { insist } from '../violation.ts';
import { holdersOf, type Seen } from '../witness.ts';

type Letter = {
  readonly by: string;
  readonly id: RecordId;
  /** The server has it when it has this much of the client's. */
  readonly client: number;
  readonly clock: number;
  /** All that it stands in. Who takes that away takes away what others are writing in it. */
  readonly holders: readonly string[];
};

export class Letters {
  readonly #written = new Map<string, Letter>();
  /** Letters and holders that were taken away, by whom. */
  readonly #taken = new Map<string, Set<string>>();
  /**
   * Who has brought a record back. What is brought back is a new one in the old one's place: where two people do it at once, one
   * of the two stays, and what was written in the other goes with it.
   */
  readonly #broughtBack = new Map<RecordId, Set<string>>();

  /** Who has taken something back in a text. */
  readonly #tookBackIn = new Map<RecordId, Set<string>>();

  note(peer: Peer, seen: Seen, { wrote, takesBack }: Deed): void {
    for (const each of [...seen.letters.split(''), ...seen.holders]) {
      this.#taken.set(each, new Set([...(this.#taken.get(each) ?? []), peer.name]));
    }
    for (const { id, side } of takesBack === undefined ? [] : seen.touches) {
      this.#tookBackIn.set(id, new Set([...(this.#tookBackIn.get(id) ?? []), peer.name]));
      if (side === 'record') this.#broughtBack.set(id, new Set([...(this.#broughtBack.get(id) ?? []), peer.name]));
    }
    const record = wrote === undefined ? null : peer.record(wrote.id);
    const piece = record === null ? null : firstPieceOf(record.get('text'));
    if (wrote === undefined || piece === null) return;
    const clock = Y.getState(peer.papers.canvas.store, peer.client);
    const letter = { by: peer.name, id: wrote.id, client: peer.client, clock, holders: holdersOf(piece) };
    for (const each of wrote.letters) this.#written.set(each, letter);
  }

  check(stored: Papers): void {
    const there = this.#allLetters(stored);
    for (const [letter, { by, id, client, clock, holders }] of this.#written) {
      const isOwed = Y.getState(stored.canvas.store, client) >= clock;
      const competed = [...(this.#broughtBack.get(id) ?? [])].some((name) => name !== by);
      if (!isOwed || competed || [letter, ...holders].some((each) => this.#taken.has(each))) continue;
      insist(there.has(letter), () => `«${letter}», which ${by} wrote in ${id}, is lost`);
    }
  }

  /**
   * Where two people took a letter away at once and both take that back, it stands twice: Yjs makes a new one for each, and knows
   * neither by the other. Nothing is lost, and both see it.
   */
  #mayDouble(letter: string, id: RecordId): boolean {
    const takers = [...(this.#taken.get(letter) ?? [])];
    return takers.filter((name) => this.#tookBackIn.get(id)?.has(name)).length > 1;
  }

  #allLetters(stored: Papers): Set<string> {
    const there = new Set<string>();
    for (const paper of PAPERS) {
      for (const [id, record] of recordsOf(stored[paper])) {
        const fragment = fragmentOf(record);
        for (const letter of fragment === null ? '' : linesOf(fragment)) {
          const isDoubled = letter !== '\n' && there.has(letter) && !this.#mayDouble(letter, id as RecordId);
          insist(!isDoubled, () => `«${letter}» stands twice, once in ${id}`);
          there.add(letter);
        }
      }
    }
    return there;
  }
}

function firstPieceOf(text: unknown): Y.Item | null {
  const paragraph = text instanceof Y.XmlFragment ? text.get(0) : null;
  const piece = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  return piece instanceof Y.XmlText ? piece._item : null;
}
