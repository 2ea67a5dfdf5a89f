import { parseDocumentName, type BoardId, type Millis } from '@samtavla/protocol';
import type { Storage } from '../storage/storage.ts';
import type { Use } from '../storage/version-storage.ts';

/** Who used which board when, gathered here and stored now and then: a write to the disk for every stroke would be one too many. */
export class BoardUse {
  readonly #storage: Pick<Storage, 'markUse'>;
  readonly #now: () => Millis;
  #changed = new Map<string, Millis>();

  constructor(storage: Pick<Storage, 'markUse'>, now: () => Millis) {
    this.#storage = storage;
    this.#now = now;
  }

  /** An update of a document went to the log. */
  changed(document: string): void {
    this.#changed.set(document, this.#now());
  }

  /** @param open boards that somebody looks at */
  async store(open: ReadonlySet<BoardId>): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Map();
    const uses = new Map<BoardId, Use>();
    for (const board of open) uses.set(board, { board, usedAt: this.#now(), changedAt: null });
    for (const [document, at] of changed) addChange(uses, document, at);
    if (uses.size === 0) return;
    try {
      await this.#storage.markUse([...uses.values()]);
    } catch (error) {
      for (const [document, at] of changed) if (!this.#changed.has(document)) this.#changed.set(document, at);
      throw error;
    }
  }
}

function addChange(uses: Map<BoardId, Use>, document: string, at: Millis): void {
  const address = parseDocumentName(document);
  if (address === null) return;
  const { board, kind } = address;
  const known = uses.get(board);
  const isOfVersion = kind === 'plan' || kind === 'canvas';
  uses.set(board, {
    board,
    usedAt: later(known?.usedAt ?? null, at),
    changedAt: isOfVersion ? later(known?.changedAt ?? null, at) : (known?.changedAt ?? null),
  });
}

const later = (one: Millis | null, other: Millis): Millis => (one === null || other > one ? other : one);
