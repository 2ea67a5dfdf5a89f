import { NO_FIELDS } from '@samtavla/protocol';
import { NOTE_SIDE } from '@samtavla/templates';
import { StateNode } from 'tldraw';
import { startNote } from '../note/next-note.ts';

/** A tap makes a measure there and opens it. */
export class MeasureTool extends StateNode {
  static override id = 'measure';

  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerUp() {
    this.#start(this.editor.inputs.currentPagePoint);
  }

  override onCancel() {
    this.editor.setCurrentTool('select');
  }

  override onKeyDown({ key }: { key: string }) {
    if (key === 'Enter') this.#start(this.editor.getViewportPageBounds().center);
  }

  #start({ x, y }: { readonly x: number; readonly y: number }): void {
    startNote(this.editor, { x: x - NOTE_SIDE / 2, y: y - NOTE_SIDE / 2, measure: NO_FIELDS });
  }
}
