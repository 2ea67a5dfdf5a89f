import { NOTE_SIDE } from '@samtavla/templates';
import { StateNode } from 'tldraw';
import { startNote } from './next-note.ts';

/** The note tool: a tap makes a note there and opens it. Takes the place of tldraw's own, and its shortcut. */
export class NoteTool extends StateNode {
  static override id = 'note';

  override onEnter() {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }

  override onPointerUp() {
    const { x, y } = this.editor.inputs.currentPagePoint;
    startNote(this.editor, { x: x - NOTE_SIDE / 2, y: y - NOTE_SIDE / 2 });
  }

  override onCancel() {
    this.editor.setCurrentTool('select');
  }

  override onKeyDown({ key }: { key: string }) {
    if (key !== 'Enter') return;
    const { x, y } = this.editor.getViewportPageBounds().center;
    startNote(this.editor, { x: x - NOTE_SIDE / 2, y: y - NOTE_SIDE / 2 });
  }
}
