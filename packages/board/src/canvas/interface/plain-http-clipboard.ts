/**
 * Copy and cut where the browser has no `navigator.clipboard`: it is kept for secure contexts, and a board on a local network's
 * plain http is none. tldraw writes through nothing else, and throws. Here the copy is written into the browser's own event.
 * Pasting needs nothing: without the API tldraw reads the event, and takes «Lim inn» out of its menu.
 */
import type { Editor, TLContent, TLUiActionsContextType } from 'tldraw';

/** TypeScript's browser is always secure. */
const isMissing = (): boolean => (navigator.clipboard as Clipboard | undefined) === undefined;

/** Answers Ctrl+C and Ctrl+X; returns the way to stop. */
export function plainHttpClipboard(editor: Editor): () => void {
  const { ownerDocument } = editor.getContainer();
  const copy = (event: ClipboardEvent) => isMissing() && isForCanvas(editor) && writeSelection(editor, event);
  const cut = (event: ClipboardEvent) => {
    // On every address: tldraw's own Ctrl+X begins no step, and an undo would take back what was done before it too.
    if (isForCanvas(editor)) editor.markHistoryStoppingPoint('cut');
    if (copy(event)) editor.deleteShapes(editor.getSelectedShapeIds());
  };
  // In the capture phase: tldraw listens at the same place, and must not hear of it.
  ownerDocument.addEventListener('copy', copy, { capture: true });
  ownerDocument.addEventListener('cut', cut, { capture: true });
  return () => {
    ownerDocument.removeEventListener('copy', copy, { capture: true });
    ownerDocument.removeEventListener('cut', cut, { capture: true });
  };
}

/** The menus' «Kopier» and «Klipp ut»; their event is one they ask the browser for. */
export function plainHttpActions(editor: Editor, actions: TLUiActionsContextType): TLUiActionsContextType {
  const { copy, cut } = actions;
  if (!isMissing() || copy === undefined || cut === undefined) return actions;
  return {
    ...actions,
    copy: { ...copy, onSelect: () => void copyByCommand(editor) },
    cut: { ...cut, onSelect: () => cutByCommand(editor) },
  };
}

/** As tldraw judges it: what one of us leaves, the other would take, and throw. */
function isForCanvas(editor: Editor): boolean {
  const { activeElement } = editor.getContainer().ownerDocument;
  const isInText = activeElement instanceof HTMLElement && activeElement.matches('input, select, textarea');
  const isEditing = editor.getEditingShapeId() !== null || (activeElement as HTMLElement | null)?.isContentEditable;
  return editor.getInstanceState().isFocused && !editor.menus.hasAnyOpenMenus() && !isInText && !isEditing;
}

function copyByCommand(editor: Editor): boolean {
  let copied = false;
  const write = (event: ClipboardEvent) => {
    copied = writeSelection(editor, event);
  };
  window.addEventListener('copy', write, { capture: true });
  document.execCommand('copy');
  window.removeEventListener('copy', write, { capture: true });
  return copied;
}

function cutByCommand(editor: Editor): void {
  if (!copyByCommand(editor)) return;
  editor.markHistoryStoppingPoint('cut');
  editor.deleteShapes(editor.getSelectedShapeIds());
}

function writeSelection(editor: Editor, event: ClipboardEvent): boolean {
  const content = editor.getContentFromCurrentPage(editor.getSelectedShapeIds());
  if (content === undefined || event.clipboardData === null) return false;
  event.preventDefault();
  event.stopImmediatePropagation();
  event.clipboardData.setData('text/html', `<div data-tldraw>${encoded(content)}</div>`);
  event.clipboardData.setData('text/plain', plainText(editor, content));
  return true;
}

/**
 * What tldraw's paste reads as its own content, in the version that is not compressed. All but visible ASCII is escaped, and what
 * is markup: on its way a clipboard may change encodings, clean markup and join spaces.
 */
function encoded(data: TLContent): string {
  const json = JSON.stringify({ type: 'application/tldraw', kind: 'content', version: 2, data });
  return json.replaceAll(/[^!-~]|[<>&]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Never empty: then Chrome on Android pastes nothing at all. */
const plainText = (editor: Editor, { shapes }: TLContent): string =>
  shapes.flatMap((shape) => editor.getShapeUtil(shape).getText(shape) ?? []).join(' ') || ' ';
