/**
 * Undo as a person understands it, told by pictures: a pile of what both documents looked like, one a step. As long as nothing
 * comes from others, undo must lead back to the picture before the step, and redo to the one after it. The order of a text's
 * letters is left out: where letters were typed between others that had been taken back and forth, Yjs brings back all of them,
 * but may set two the other way around.
 */
import { equal } from '../../src/binding/equal.ts';
import type { Peer } from '../peer.ts';
import { everythingIn } from '../papers.ts';
import { insist } from '../violation.ts';

export class OwnPast {
  #past: unknown[] = [];
  #future: unknown[] = [];
  /** How it was when the step that is under way began; null when others have meddled since. */
  #begin: { readonly picture: unknown } | null = null;
  /** Something was done in the step that is under way. */
  #hasActed = false;
  /** A step came and went (a group that was dissolved in the same), and Yjs has things to take back of which nothing is seen. */
  #hasIdleStep = false;
  /** Whatever was undone before, something else has been done since. */
  #cannotRedo = false;
  /** What is about to be taken back to, where that is known. */
  #expected: { readonly picture: unknown } | null = null;

  /** A new step begins. */
  mark(peer: Peer): void {
    const picture = pictureOf(peer);
    if (this.#begin !== null && !equal(this.#begin.picture, picture)) this.#past.push(this.#begin.picture);
    else if (this.#hasActed) this.#hasIdleStep = true;
    this.#hasActed = false;
    this.#begin = { picture };
  }

  did(): void {
    this.#hasActed = true;
    this.#future = [];
    this.#cannotRedo = true;
  }

  othersCame(): void {
    this.#past = [];
    this.#future = [];
    this.#begin = null;
    this.#hasIdleStep = false;
  }

  /** Undo or redo is about to be pressed. */
  expect(peer: Peer, which: 'undo' | 'redo'): void {
    insist(
      which === 'undo' || !this.#cannotRedo,
      () => 'something could be redone though another thing was done since',
    );
    this.#cannotRedo = false;
    if (this.#begin !== null) this.mark(peer);
    const [from, to] = which === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past];
    const picture = this.#begin === null ? undefined : from.pop();
    this.#expected = picture === undefined ? null : { picture };
    if (this.#expected === null) this.othersCame();
    else to.push(pictureOf(peer));
  }

  compare(peer: Peer, which: 'undo' | 'redo'): void {
    const picture = pictureOf(peer);
    const expected = this.#expected;
    if (expected === null) return;
    const before = which === 'undo' ? this.#future.at(-1) : this.#past.at(-1);
    if (this.#hasIdleStep && equal(picture, before)) return this.othersCame();
    insist(
      equal(expected.picture, picture),
      () => `${which} led to ${JSON.stringify(picture)} instead of ${JSON.stringify(expected.picture)}`,
    );
    this.#begin = expected;
  }
}

const pictureOf = ({ papers }: Peer): unknown =>
  JSON.parse(JSON.stringify(everythingIn(papers), (key, value: unknown) => (key === 'text' ? sorted(value) : value)));

const sorted = (text: unknown): unknown => (typeof text === 'string' ? text.split('').toSorted().join('') : text);
