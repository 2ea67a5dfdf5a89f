/** From the click that lets a person in until the board is there. */
import { contentOf } from '../../content.ts';
import type { Camera, Opening } from '../../probe-api.ts';
import { areDrawn, inView } from './drawn.ts';
import { findEditor } from './find-editor.ts';
import { notesIn } from './notes-here.ts';

/** Between two looks at whether the store has everything, beside those of each frame. */
const LOOK_AGAIN_MILLIS = 5;
/** Far above any measured time. */
const PATIENCE_MILLIS = 180_000;
/** tldraw rounds nothing of a camera that is set; the others open where ours was seen to. */
const SAME = 0.001;

export class OpeningWatch {
  #clicked = Number.NaN;
  #synced: number | null = null;
  readonly opening: Promise<Opening>;

  constructor(count: number, camera: Camera | null) {
    const content = contentOf(count);
    this.opening = new Promise((resolve, reject) => {
      const look = () => {
        this.#lookAtStore(count);
        if (!this.#isPainted(camera, content)) return requestAnimationFrame(look);
        // What this frame's code finds is on the screen when the next begins.
        return requestAnimationFrame((painted) => {
          const looking = setInterval(() => {
            this.#lookAtStore(count);
            if (this.#synced === null) return;
            clearInterval(looking);
            resolve({ synced: this.#synced - this.#clicked, painted: painted - this.#clicked });
          }, LOOK_AGAIN_MILLIS);
        });
      };
      const begin = () => {
        this.#clicked = performance.now();
        setTimeout(() => reject(new Error('The board was not painted.')), PATIENCE_MILLIS);
        const looking = setInterval(() => {
          this.#lookAtStore(count);
          if (this.#synced !== null) clearInterval(looking);
        }, LOOK_AGAIN_MILLIS);
        requestAnimationFrame(look);
      };
      document.addEventListener('click', begin, { capture: true, once: true });
    });
  }

  synced(): void {
    this.#synced ??= performance.now();
  }

  #lookAtStore(count: number): void {
    if (this.#synced !== null) return;
    const editor = findEditor();
    // Counting some thousand records takes a while: not before there can be enough of them.
    if (editor !== null && editor.getCurrentPageShapeIds().size >= count && notesIn(editor).length >= count)
      this.synced();
  }

  #isPainted(camera: Camera | null, content: ReturnType<typeof contentOf>): boolean {
    const here = findEditor()?.getCamera();
    if (here === undefined) return false;
    const isThere = (axis: 'x' | 'y' | 'z') => camera === null || Math.abs(here[axis] - camera[axis]) < SAME;
    return isThere('x') && isThere('y') && isThere('z') && areDrawn(inView(content));
  }
}
