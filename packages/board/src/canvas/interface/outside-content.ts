/** What comes from outside by paste or drop: text becomes notes, images and tldraw's own content are welcome, all else gets a sentence. */
import { defaultHandleExternalTldrawContent, type Editor, type TLContent, type VecLike } from 'tldraw';
import { insertImages, replaceImage, type ImageParts } from '../image/insert-images.ts';
import { pastedShapes } from '../image/paste-shapes.ts';
import { addNotes } from '../note/notes-from-outside.ts';

export function limitOutsideContent(editor: Editor, parts: ImageParts): void {
  editor.registerExternalContentHandler('files', ({ files, point }) => {
    void insertImages(editor, parts, files, point);
  });
  editor.registerExternalContentHandler('file-replace', ({ file, shapeId }) => {
    void replaceImage(editor, parts, file, shapeId);
  });
  editor.registerExternalContentHandler('svg-text', () => parts.tell('svg'));
  editor.registerExternalContentHandler('tldraw', ({ content, point }) => {
    void pasteShapes(editor, parts, content, point);
  });
  editor.registerExternalContentHandler('embed', null);
  // It brings its images as addresses, and embeds.
  editor.registerExternalContentHandler('excalidraw', null);
  // An address is text: looking it up would ask another origin, from the browser or from the server.
  editor.registerExternalAssetHandler('url', null);
  const asNotes = (text: string, point: VecLike = editor.getViewportPageBounds().center) =>
    addNotes(editor, text, point);
  editor.registerExternalContentHandler('url', ({ url, point }) => asNotes(url, point));
  editor.registerExternalContentHandler('text', ({ text, point }) => asNotes(text, point));
}

async function pasteShapes(editor: Editor, parts: ImageParts, copied: TLContent, point?: VecLike): Promise<void> {
  const content = await pastedShapes(editor, parts, copied);
  if (content.shapes.length === 0) return;
  await defaultHandleExternalTldrawContent(editor, point === undefined ? { content } : { content, point });
}
