import { RichTextArea, useEditableRichText, type TLBaseShape, type TLRichText } from 'tldraw';

type OpenTextAreaProps = {
  readonly shape: TLBaseShape<string, { richText: TLRichText }>;
  /** `otherwise` is what a key does in any text. */
  readonly onKeyDown: (event: KeyboardEvent, otherwise: (event: KeyboardEvent) => void) => void;
};

/** The text editor; only the shape whose text is open has it: it is dearer than all else of a shape. */
export function OpenTextArea({ shape, onKeyDown }: OpenTextAreaProps) {
  const {
    rInput,
    handleKeyDown,
    isEmpty: _isEmpty,
    isReadyForEditing: _ready,
    ...editable
  } = useEditableRichText(shape.id, shape.type, shape.props.richText);
  return (
    <RichTextArea
      // tldraw's own label casts here too: the area's ref is typed narrower than its hook's.
      ref={rInput}
      shapeId={shape.id}
      richText={shape.props.richText}
      hasCustomTabBehavior
      {...editable}
      handleKeyDown={(event: KeyboardEvent) => onKeyDown(event, handleKeyDown)}
    />
  );
}
