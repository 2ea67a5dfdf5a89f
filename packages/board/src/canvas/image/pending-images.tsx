/** Images on their way to the server, where they will stand. Nobody else sees them: an image is on the board when the server has it. */
import { useContext } from 'react';
import { atom, useEditor, useValue, type Atom, type Editor } from 'tldraw';
import { BoardWords } from '../board-words.ts';

export type PendingImage = {
  /** Of this page alone, and gone with it. */
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

const byEditor = new WeakMap<Editor, Atom<readonly PendingImage[]>>();

function pendingIn(editor: Editor): Atom<readonly PendingImage[]> {
  const pending = byEditor.get(editor) ?? atom<readonly PendingImage[]>('pending images', []);
  byEditor.set(editor, pending);
  return pending;
}

/** Shows an image as pending; returns the way to take it away. */
export function showPending(editor: Editor, image: Blob, box: Omit<PendingImage, 'url'>): () => void {
  const pending = pendingIn(editor);
  const shown = { ...box, url: URL.createObjectURL(image) };
  pending.set([...pending.get(), shown]);
  return () => {
    pending.set(pending.get().filter((each) => each !== shown));
    URL.revokeObjectURL(shown.url);
  };
}

export function PendingImages() {
  const editor = useEditor();
  const words = useContext(BoardWords);
  const pending = useValue('pending images', () => pendingIn(editor).get(), [editor]);
  return pending.map(({ url, x, y, w, h }) => (
    <output
      key={url}
      className="pending-image"
      // Over every shape: their numbers end at four times as many as there may be.
      style={{ left: x, top: y, width: w, height: h, zIndex: 4 * editor.options.maxShapesPerPage }}
    >
      <img src={url} alt="" />
      <span>{words.imageUploading}</span>
    </output>
  ));
}
