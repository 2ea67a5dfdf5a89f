/** The order in which the keyboard goes from shape to shape: the outline's, so that what is heard and what is passed is the same. */
import type { RecordId } from '@samtavla/protocol';
import type { Editor, TLShape, TLShapeId } from 'tldraw';
import type { RecordDocs } from '../../binding/find-record.ts';
import { storeIdOf } from '../../binding/record-codec.ts';
import { followOutline, type FollowedOutline } from '../../outline/follow-outline.ts';
import type { Outline } from '../../outline/outline-groups.ts';

/** Puts the outline's order in the place of tldraw's: its notes and themes first, then what is drawn. Returns the way to stop. */
export function readInOrder(editor: Editor, documents: RecordDocs): () => void {
  // Read from the first time that somebody goes by keyboard: most never do, and a large board takes a moment.
  let outline: FollowedOutline | null = null;
  const asItLies = editor.getCurrentPageShapesInReadingOrder.bind(editor);
  editor.getCurrentPageShapesInReadingOrder = () => {
    outline ??= followOutline(documents);
    const listed = new Map(idsIn(outline.get()).flatMap((id) => shapeOf(editor, id)));
    return [...listed.values(), ...asItLies().filter(({ id }) => !listed.has(id))];
  };
  return () => outline?.close();
}

const idsIn = ({ zones, loose }: Outline): RecordId[] =>
  [...zones, loose].flatMap(({ themes, notes }) => [
    ...themes.flatMap((theme) => [theme.id, ...theme.notes.map(({ id }) => id)]),
    ...notes.map(({ id }) => id),
  ]);

function shapeOf(editor: Editor, id: RecordId): [TLShapeId, TLShape][] {
  const shape = editor.getShape(storeIdOf(id, 'shape') as TLShapeId);
  return shape === undefined ? [] : [[shape.id, shape]];
}
