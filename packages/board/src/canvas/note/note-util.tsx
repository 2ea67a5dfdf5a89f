import { NOTE_SIDE } from '@samtavla/templates';
import { Rectangle2d, ShapeUtil, toRichText, type TLShapeId } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import { noteHeight } from './note-heights.ts';
import { noteShapeProps, type NoteShape } from './note-shape.ts';
import { NoteView } from './note-view.tsx';
import { plainText } from './plain-text.ts';

/** A note: fixed width, as high as its text asks for. */
export class NoteUtil extends ShapeUtil<NoteShape> {
  static override type = NOTE_TYPE;
  static override props = noteShapeProps;

  override getDefaultProps(): NoteShape['props'] {
    return { colour: 'yellow', richText: toRichText(''), author: null, perspective: {}, createdAt: null };
  }

  override canEdit() {
    return true;
  }

  override canResize() {
    return false;
  }

  override hideResizeHandles() {
    return true;
  }

  override getText(shape: NoteShape) {
    return plainText(shape.props.richText);
  }

  override getAriaDescriptor(shape: NoteShape) {
    return plainText(shape.props.richText);
  }

  override getGeometry(shape: NoteShape) {
    return new Rectangle2d({ width: NOTE_SIDE, height: noteHeight(shape.id), isFilled: true });
  }

  override component(shape: NoteShape) {
    return <NoteView shape={shape} />;
  }

  override indicator(shape: NoteShape) {
    return <NoteIndicator id={shape.id} />;
  }
}

function NoteIndicator({ id }: { id: TLShapeId }) {
  return <rect rx={3} width={NOTE_SIDE} height={noteHeight(id)} />;
}
