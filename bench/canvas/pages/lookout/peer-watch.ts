/** Waits for a note that another page makes. */
import { wallClock } from '../../../lib/wall-clock.ts';
import type { Sighting } from '../../lookout-api.ts';
import { editor } from './find-editor.ts';
import { isNote } from './notes-here.ts';

const PATIENCE_MILLIS = 30_000;

export function watchFor(x: number, y: number): Promise<Sighting> {
  const here = editor();
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The note never came.')), PATIENCE_MILLIS);
    const stop = here.sideEffects.registerAfterCreateHandler('shape', (shape) => {
      if (!isNote(shape) || shape.x !== x || shape.y !== y) return;
      stop();
      const stored = wallClock();
      const look = () => {
        if (document.querySelector(`.tl-shape[data-shape-id="${shape.id}"]`) === null)
          return requestAnimationFrame(look);
        return requestAnimationFrame(() => resolve({ stored, drawn: wallClock() }));
      };
      requestAnimationFrame(look);
    });
  });
}
