import { StateNode } from 'tldraw';
import { startTheme } from './gather.ts';
import { THEME_WIDTH, themeHeight } from '@samtavla/protocol';

/** A tap makes a theme there and opens its name. */
export class ThemeTool extends StateNode {
  static override id = 'theme';

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
    startTheme(this.editor, { x: x - THEME_WIDTH / 2, y: y - themeHeight(1) / 2 });
  }
}
