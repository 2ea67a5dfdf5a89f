/**
 * Where all notes lie, as numbers in a row: to ask which of some thousand are near takes microseconds, and no object a note.
 * Page units. It knows no tldraw.
 */
import { NOTE_SIDE } from '@samtavla/templates';

export type Area = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

/** x, y and height of a slot. */
const NUMBERS = 3;
const FIRST_SLOTS = 256;

export class NoteField<Id extends string> {
  #numbers = new Float64Array(FIRST_SLOTS * NUMBERS);
  readonly #ids: (Id | undefined)[] = [];
  readonly #slots = new Map<Id, number>();
  readonly #free: number[] = [];

  get size(): number {
    return this.#slots.size;
  }

  has(id: Id): boolean {
    return this.#slots.has(id);
  }

  ids(): IterableIterator<Id> {
    return this.#slots.keys();
  }

  /** Returns whether anything is different from before. */
  set(id: Id, x: number, y: number, height: number): boolean {
    const slot = this.#slots.get(id) ?? this.#take(id);
    const at = slot * NUMBERS;
    const numbers = this.#numbers;
    if (numbers[at] === x && numbers[at + 1] === y && numbers[at + 2] === height) return false;
    numbers[at] = x;
    numbers[at + 1] = y;
    numbers[at + 2] = height;
    return true;
  }

  delete(id: Id): boolean {
    const slot = this.#slots.get(id);
    if (slot === undefined) return false;
    this.#slots.delete(id);
    this.#ids[slot] = undefined;
    this.#free.push(slot);
    // A free slot lies nowhere.
    this.#numbers.fill(Number.NaN, slot * NUMBERS, (slot + 1) * NUMBERS);
    return true;
  }

  clear(): void {
    this.#slots.clear();
    this.#ids.length = 0;
    this.#free.length = 0;
  }

  areaOf(id: Id): Area | null {
    const slot = this.#slots.get(id);
    if (slot === undefined) return null;
    const at = slot * NUMBERS;
    return { x: this.#number(at), y: this.#number(at + 1), w: NOTE_SIDE, h: this.#number(at + 2) };
  }

  /** The notes that touch an area, in no particular order. */
  touching({ x, y, w, h }: Area): Id[] {
    const found: Id[] = [];
    const [right, bottom] = [x + w, y + h];
    for (let slot = 0; slot < this.#ids.length; slot += 1) {
      const at = slot * NUMBERS;
      const [left, top] = [this.#number(at), this.#number(at + 1)];
      if (left > right || left + NOTE_SIDE < x || top > bottom || top + this.#number(at + 2) < y) continue;
      const id = this.#ids[slot];
      if (id !== undefined) found.push(id);
    }
    return found;
  }

  #number(at: number): number {
    return this.#numbers[at] as number;
  }

  #take(id: Id): number {
    const slot = this.#free.pop() ?? this.#ids.length;
    if (slot * NUMBERS >= this.#numbers.length) {
      const larger = new Float64Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#ids[slot] = id;
    this.#slots.set(id, slot);
    this.#numbers.fill(Number.NaN, slot * NUMBERS, (slot + 1) * NUMBERS);
    return slot;
  }
}
