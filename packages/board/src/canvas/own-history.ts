/**
 * Puts undo and redo of the documents in the place of tldraw's: its own history takes back whatever is in the store, other
 * people's work too. tldraw's stays underneath for `bailToMark`, with which a tool takes back what it had begun.
 */
import { atom, type Editor } from 'tldraw';
import type { History } from '../binding/history.ts';

export function replaceHistory(editor: Editor, history: History): () => void {
  const state = atom('what can be undone', { undo: false, redo: false });
  const show = () => state.set({ undo: history.canUndo(), redo: history.canRedo() });
  show();

  editor.undo = () => {
    history.undo();
    return editor;
  };
  editor.redo = () => {
    history.redo();
    return editor;
  };
  editor.getCanUndo = () => state.get().undo;
  editor.getCanRedo = () => state.get().redo;
  const mark = editor.markHistoryStoppingPoint.bind(editor);
  editor.markHistoryStoppingPoint = (name) => {
    history.mark();
    return mark(name);
  };
  return history.subscribe(show);
}
