/** From the click that lets a person in until the board is there. */
import { contentOf, type SampleNote } from '../../content.ts';
import type { Camera, Opening } from '../../lookout-api.ts';
import { areDrawn, inView } from './drawn.ts';
import { findEditor } from './find-editor.ts';
import { notesIn } from './notes-here.ts';

/** Between two looks at whether the store has everything. */
const LOOK_AGAIN_MILLIS = 5;
/** Far above any measured time. */
const PATIENCE_MILLIS = 180_000;
/** A camera that is as near as this is the same: it went through an address. */
const SAME = 0.001;

export class OpeningWatch {
  readonly #content: readonly SampleNote[];
  readonly #camera: Camera | null;
  readonly #opening = Promise.withResolvers<Opening>();
  #clicked = Number.NaN;
  #synced: number | null = null;
  #painted: number | null = null;

  /** Begins with the next click. A null camera stands for any. */
  constructor(count: number, camera: Camera | null) {
    this.#content = contentOf(count);
    this.#camera = camera;
    document.addEventListener('click', () => this.#begin(), { capture: true, once: true });
  }

  get opening(): Promise<Opening> {
    return this.#opening.promise;
  }

  synced(): void {
    this.#synced ??= performance.now();
    this.#settle();
  }

  #begin(): void {
    this.#clicked = performance.now();
    setTimeout(() => this.#opening.reject(new Error('The board was not painted.')), PATIENCE_MILLIS);
    const looking = setInterval(() => {
      if (this.#synced !== null) clearInterval(looking);
      else this.#lookAtStore();
    }, LOOK_AGAIN_MILLIS);
    requestAnimationFrame(() => this.#lookAtScreen());
  }

  #lookAtStore(): void {
    if (this.#synced !== null) return;
    const count = this.#content.length;
    const editor = findEditor();
    // Counting some thousand records takes a while: not before there can be enough of them.
    if (editor !== null && editor.getCurrentPageShapeIds().size >= count && notesIn(editor).length >= count)
      this.synced();
  }

  #lookAtScreen(): void {
    // A page that is busy drawing lets timers wait.
    this.#lookAtStore();
    const isThere = this.#isPainted();
    requestAnimationFrame(() => {
      if (!isThere) return this.#lookAtScreen();
      // What the last frame's code found is on the screen now that the next one begins. The frame's own time is no measure: of a
      // page that falls behind it lies before.
      this.#painted = performance.now();
      return this.#settle();
    });
  }

  #isPainted(): boolean {
    const here = findEditor()?.getCamera();
    // A board may be painted before its editor is there; where that will stand is known then, or it does not count.
    const camera = this.#camera ?? here;
    const box = document.querySelector('.tl-canvas, .first-painting')?.getBoundingClientRect();
    if (camera === undefined || box === undefined || (here !== undefined && !areSame(here, camera))) return false;
    const window = { box, camera };
    return areDrawn(inView(this.#content, window), window);
  }

  #settle(): void {
    if (this.#synced === null || this.#painted === null) return;
    const here = findEditor()?.getCamera();
    if (this.#camera !== null && here !== undefined && !areSame(here, this.#camera))
      this.#opening.reject(new Error('What was painted is not what the editor shows.'));
    this.#opening.resolve({ synced: this.#synced - this.#clicked, painted: this.#painted - this.#clicked });
  }
}

const areSame = (a: Camera, b: Camera): boolean =>
  (['x', 'y', 'z'] as const).every((axis) => Math.abs(a[axis] - b[axis]) < SAME);
