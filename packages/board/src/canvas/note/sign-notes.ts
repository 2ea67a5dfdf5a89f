import type { Editor } from 'tldraw';
import type { NoteShape } from './note-shape.ts';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import type { Signature } from '../../session/signature.ts';

/** Who makes a note signs it, a pasted one too: what stands under a text is who put it on the board. */
export function signNotes(editor: Editor, signature: Signature): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
    if (source !== 'user' || shape.type !== NOTE_TYPE) return shape;
    const note = shape as unknown as NoteShape;
    return { ...note, props: { ...note.props, ...signature, createdAt: Date.now() } };
  });
}
