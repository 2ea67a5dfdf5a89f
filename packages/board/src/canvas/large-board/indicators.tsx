/** The edges of what is selected or pointed at. tldraw makes one, hidden, for each shape that is an element. */
import { useEditor, useEditorComponents, useValue, type Editor, type TLShapeId } from 'tldraw';

const SELECTING = [
  'select.idle',
  'select.editing_shape',
  'select.brushing',
  'select.scribble_brushing',
  'select.pointing_shape',
  'select.pointing_selection',
  'select.pointing_handle',
];

export function Indicators() {
  const editor = useEditor();
  const { ShapeIndicator } = useEditorComponents();
  const ids = useValue('indicated shapes', () => indicated(editor), [editor]);
  if (!ShapeIndicator) return null;
  return ids.map((id) => <ShapeIndicator key={id} shapeId={id} />);
}

function indicated(editor: Editor): TLShapeId[] {
  const { isChangingStyle, isHoveringCanvas, isCoarsePointer } = editor.getInstanceState();
  if (isChangingStyle || !editor.isInAny(...SELECTING)) return [];
  const selected = editor.getSelectedShapeIds();
  const hovered = editor.getHoveredShapeId();
  const points = editor.isInAny('select.idle', 'select.editing_shape') && isHoveringCanvas === true && !isCoarsePointer;
  // The painted notes have their edge in the painting.
  const elements = selected.length === 0 ? null : new Set(editor.getRenderingShapes().map(({ id }) => id));
  const ids = selected.filter((id) => elements?.has(id));
  return points && hovered !== null && !ids.includes(hovered) ? [...ids, hovered] : ids;
}
