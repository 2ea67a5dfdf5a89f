import { NOTE_SIDE } from '@samtavla/templates';
import { Rectangle2d, toRichText, useEditor, useValue } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import { noteAloud } from '../reading/aloud.ts';
import { WrittenShapeUtil } from '../text/written-shape-util.ts';
import { noteHeights } from './note-heights.ts';
import { noteShapeProps, type NoteShape } from './note-shape.ts';
import { NoteSvg } from './note-svg.tsx';
import { NoteView } from './note-view.tsx';
import { paperColours } from './paper-colours.ts';

/** A note: fixed width, as high as its text asks for. */
export class NoteUtil extends WrittenShapeUtil<NoteShape> {
  static override type = NOTE_TYPE;
  static override props = noteShapeProps;

  override getDefaultProps(): NoteShape['props'] {
    return {
      colour: 'yellow',
      richText: toRichText(''),
      author: null,
      perspective: {},
      createdAt: null,
      measure: null,
      answers: [],
      value: null,
    };
  }

  override getAriaDescriptor(shape: NoteShape) {
    return noteAloud(this.editor, shape);
  }

  override getGeometry(shape: NoteShape) {
    return new Rectangle2d({ width: NOTE_SIDE, height: noteHeights(this.editor).of(shape), isFilled: true });
  }

  override component(shape: NoteShape) {
    return <NoteView shape={shape} />;
  }

  override toSvg(shape: NoteShape) {
    const heights = noteHeights(this.editor);
    return (
      <NoteSvg
        height={heights.now(shape)}
        colours={paperColours(this.editor.getContainer())[shape.props.colour]}
        text={heights.layout(shape.props.richText)}
        signature={heights.signature(shape)}
        measure={heights.measure(shape)}
      />
    );
  }

  override indicator(shape: NoteShape) {
    return <NoteIndicator shape={shape} />;
  }
}

function NoteIndicator({ shape }: { shape: NoteShape }) {
  const editor = useEditor();
  const height = useValue('height', () => noteHeights(editor).of(shape), [editor, shape]);
  return <rect rx={3} width={NOTE_SIDE} height={height} />;
}
