import type { Editor } from 'tldraw';
import { largeBoard } from './large-board/large-board.ts';

/** What a frame makes is on the screen when the one after it begins. */
const FRAMES = 2;

/**
 * Calls back when all that one sees is drawn, or as soon as the person does something with it.
 *
 * @param isWhole whether the store has everything
 * @returns the way to stop
 */
export function onceShown(editor: Editor, isWhole: () => boolean, then: () => void): () => void {
  const camera = editor.getCamera();
  let drawn = 0;
  const look = () => {
    drawn = isWhole() && largeBoard(editor).isDrawn() ? drawn + 1 : 0;
    const isTouched = editor.inputs.isPointing || editor.getCamera() !== camera;
    if (drawn < FRAMES && !isTouched) return;
    stop();
    then();
  };
  const stop = () => void editor.off('tick', look);
  editor.on('tick', look);
  return stop;
}
