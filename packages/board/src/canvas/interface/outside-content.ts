/** What comes from outside by paste or drop: text becomes notes, tldraw's own content is welcome, files get a sentence. */
import type { Editor, VecLike } from 'tldraw';
import { addNotes } from '../note/notes-from-outside.ts';

/** @param refuse tells the person that files are not taken */
export function limitOutsideContent(editor: Editor, refuse: () => void): void {
  editor.registerExternalContentHandler('files', refuse);
  editor.registerExternalContentHandler('file-replace', refuse);
  editor.registerExternalContentHandler('embed', null);
  // An address is text: looking it up would ask another origin, from the browser or from the server.
  editor.registerExternalAssetHandler('url', null);
  const asNotes = (text: string, point: VecLike = editor.getViewportPageBounds().center) =>
    addNotes(editor, text, point);
  editor.registerExternalContentHandler('url', ({ url, point }) => asNotes(url, point));
  editor.registerExternalContentHandler('text', ({ text, point }) => asNotes(text, point));
}
