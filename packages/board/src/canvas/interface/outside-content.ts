/** What comes from outside by paste or drop: text and tldraw's own content are welcome; the rest is answered with a sentence. */
import type { Editor } from 'tldraw';

/** @param refuse tells the person that files are not taken */
export function limitOutsideContent(editor: Editor, refuse: () => void): void {
  editor.registerExternalContentHandler('files', refuse);
  editor.registerExternalContentHandler('file-replace', refuse);
  editor.registerExternalContentHandler('embed', null);
  // An address is text: looking it up would ask another origin, from the browser or from the server.
  editor.registerExternalAssetHandler('url', null);
  editor.registerExternalContentHandler('url', ({ url, point }) => {
    void editor.putExternalContent({ type: 'text', text: url, ...(point !== undefined && { point }) });
  });
}
