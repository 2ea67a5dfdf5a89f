import { ImageShapeUtil, type TLImageShape } from 'tldraw';

/** tldraw's image, with its alternative text: its own has one only until the picture is there. */
export class ImageUtil extends ImageShapeUtil {
  override component(shape: TLImageShape) {
    const { altText } = shape.props;
    return (
      <>
        {super.component(shape)}
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- An `img` would show a picture of its own. */}
        {altText !== '' && <span className="ds-sr-only" role="img" aria-label={altText} />}
      </>
    );
  }
}
