import { Rectangle2d, toRichText, type TLShapeId } from 'tldraw';
import { THEME_TYPE } from '../../binding/record-codec.ts';
import { zoneTitleOf } from '../reading/aloud.ts';
import { WrittenShapeUtil } from '../text/written-shape-util.ts';
import { headingHeight } from './heading-height.ts';
import { THEME_WIDTH } from '@samtavla/protocol';
import { themeShapeProps, type ThemeShape } from './theme-shape.ts';
import { ThemeGroundSvg, ThemeHeadingSvg } from './theme-svg.tsx';
import { ThemeGround, ThemeHeading } from './theme-view.tsx';
import { notesOf } from './themed-notes.ts';

type Start = { readonly theme: ThemeShape; readonly notes: readonly { id: TLShapeId; x: number; y: number }[] };

/** A theme: a heading over the notes it gathers, which go where it goes. */
export class ThemeUtil extends WrittenShapeUtil<ThemeShape> {
  static override type = THEME_TYPE;
  static override props = themeShapeProps;
  /** Of the move that is going on, one for each theme that moves. */
  readonly #starts = new Map<TLShapeId, Start>();

  override getDefaultProps(): ThemeShape['props'] {
    return { richText: toRichText('') };
  }

  override hideRotateHandle() {
    return true;
  }

  override getAriaDescriptor(shape: ThemeShape) {
    return [this.getText(shape), zoneTitleOf(this.editor, shape)].filter(Boolean).join(', ');
  }

  override getGeometry(shape: ThemeShape) {
    return new Rectangle2d({ width: THEME_WIDTH, height: headingHeight(shape), isFilled: true });
  }

  override onTranslateStart(theme: ThemeShape) {
    const selected = new Set(this.editor.getSelectedShapeIds());
    const notes = notesOf(this.editor, theme.id).filter((id) => !selected.has(id));
    this.#starts.set(theme.id, {
      theme,
      notes: notes.flatMap((id) => {
        const note = this.editor.getShape(id);
        return note === undefined ? [] : [{ id, x: note.x, y: note.y }];
      }),
    });
  }

  override onTranslate(_initial: ThemeShape, current: ThemeShape) {
    const start = this.#starts.get(current.id);
    if (start === undefined) return;
    const [dx, dy] = [current.x - start.theme.x, current.y - start.theme.y];
    this.editor.updateShapes(
      start.notes.flatMap(({ id, x, y }) => {
        const note = this.editor.getShape(id);
        return note === undefined ? [] : [{ id, type: note.type, x: x + dx, y: y + dy }];
      }),
    );
  }

  override onTranslateEnd(_initial: ThemeShape, current: ThemeShape) {
    this.#starts.delete(current.id);
  }

  override onEditEnd(shape: ThemeShape) {
    // A heading without words over no notes is none.
    if (this.getText(shape).trim() === '' && notesOf(this.editor, shape.id).length === 0) {
      this.editor.deleteShapes([shape.id]);
    }
  }

  backgroundComponent(shape: ThemeShape) {
    return <ThemeGround shape={shape} />;
  }

  override component(shape: ThemeShape) {
    return <ThemeHeading shape={shape} />;
  }

  override toBackgroundSvg(shape: ThemeShape) {
    return <ThemeGroundSvg editor={this.editor} shape={shape} />;
  }

  override toSvg(shape: ThemeShape) {
    return <ThemeHeadingSvg editor={this.editor} shape={shape} />;
  }

  override indicator(shape: ThemeShape) {
    return <rect rx={10} width={THEME_WIDTH} height={headingHeight(shape)} />;
  }
}
