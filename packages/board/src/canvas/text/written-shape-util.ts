import { ShapeUtil, type TLBaseShape, type TLRichText } from 'tldraw';
import { plainText } from './plain-text.ts';

/** A paper of ours with a text on it: opened for writing, never stretched, read aloud by its words. */
export abstract class WrittenShapeUtil<
  Shape extends TLBaseShape<string, { richText: TLRichText }>,
> extends ShapeUtil<Shape> {
  override canEdit() {
    return true;
  }

  override canResize() {
    return false;
  }

  override hideResizeHandles() {
    return true;
  }

  override getText(shape: Shape) {
    return plainText(shape.props.richText);
  }

  override getAriaDescriptor(shape: Shape) {
    return this.getText(shape);
  }
}
