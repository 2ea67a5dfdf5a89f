/**
 * What a person has in their hand: the shapes of a drag that is not over, where the hand has brought them, and all that the drop
 * is meant to write.
 */
import { equal } from '../src/binding/equal.ts';
import { recordIdOf } from '../src/binding/record-codec.ts';
import type { PlainStore } from '../src/binding/plain-store.ts';
import type { StoreRecord, StoreShape } from '../src/binding/store-port.ts';
import type { Deed } from './acts/deed.ts';
import type { Touch } from './witness.ts';

export class Hand {
  readonly #store: PlainStore;
  /** Whatever the person has changed since the drag began, as it was before: what calling it off puts back. */
  readonly #before = new Map<string, StoreRecord | null>();
  readonly #stopListening: () => void;
  /** The shapes it holds, as it has last put them. */
  readonly #held = new Map<string, StoreShape>();
  #owed: Touch[] = [];
  #takesText = false;
  /** Whether some of it was written on its way. */
  isWritten = false;
  /** Those it has moved since it was last written: until then what it holds is the document's. */
  readonly #ahead = new Set<string>();

  constructor(store: PlainStore, shapes: readonly StoreShape[]) {
    this.#store = store;
    for (const shape of shapes) this.#held.set(shape.id, shape);
    this.#stopListening = store.onUserChanges((changes) => {
      for (const { id, prev, next } of changes)
        if (!this.#before.has(id) && !equal(prev, next)) this.#before.set(id, prev);
    });
    store.gesture(true);
  }

  /** What it holds that is there still. */
  get shapes(): StoreShape[] {
    return [...this.#held.keys()].flatMap((id) => {
      const shape = this.#store.get(id);
      return shape?.typeName === 'shape' ? [shape] : [];
    });
  }

  /** As it has brought them: those that are there still, and not written yet. */
  get places(): StoreShape[] {
    return this.shapes.filter(({ id }) => this.#ahead.has(id)).map(({ id }) => this.#held.get(id) as StoreShape);
  }

  move(shapes: readonly StoreShape[]): void {
    for (const shape of shapes) {
      this.#held.set(shape.id, shape);
      this.#ahead.add(shape.id);
    }
    this.#store.operate(shapes, []);
    this.owe({ touches: shapes.map(({ id }) => ({ id: recordIdOf(id), side: 'place' })) });
  }

  /** What is done while a gesture is under way is written when it is over. */
  owe({ touches, takesText = false }: Pick<Deed, 'touches' | 'takesText'>): void {
    this.#owed.push(...touches);
    this.#takesText ||= takesText;
  }

  /** What has been done since the drag began, or since it was last written. */
  pay(): Pick<Deed, 'touches' | 'takesText'> {
    const paid = { touches: this.#owed, takesText: this.#takesText };
    this.isWritten = true;
    [this.#owed, this.#takesText] = [[], false];
    this.#ahead.clear();
    return paid;
  }

  drop(): void {
    this.#stopListening();
    this.#store.gesture(false);
  }

  /** As a tool does it: all that the person changed is put back as it was, what others have taken away meanwhile included. */
  callOff(): void {
    this.#stopListening();
    const put = [...this.#before.values()].filter((record) => record !== null);
    const remove = [...this.#before].filter(([, record]) => record === null).map(([id]) => id);
    this.#store.operate(put, remove);
    this.#store.gesture(false);
  }
}
