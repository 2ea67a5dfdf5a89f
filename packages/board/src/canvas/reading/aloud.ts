/** What a screen reader says of a shape that one has come to. */
import type { RecordId } from '@samtavla/protocol';
import type { Editor, TLShape, TLShapeId } from 'tldraw';
import { storeIdOf, ZONE_TYPE } from '../../binding/record-codec.ts';
import { privatelyAloud } from '../desk/own-desk.ts';
import { noteHeights } from '../note/note-heights.ts';
import type { NoteShape } from '../note/note-shape.ts';
import { plainText } from '../text/plain-text.ts';
import type { ZoneShape } from '../zone/zone-shape.ts';

/** Its words, who wrote it, from where they see it, and where it stands. */
export function noteAloud(editor: Editor, note: NoteShape): string {
  const heights = noteHeights(editor);
  const { author, sector } = heights.signature(note);
  const text = plainText(note.props.richText).trim();
  const measure = heights.measure(note);
  return [
    measure?.head,
    text,
    ...(measure?.lines ?? []),
    author,
    sector,
    zoneTitleOf(editor, note),
    privatelyAloud(editor, note.id),
  ]
    .filter((part) => part !== undefined && part !== null && part !== '')
    .join(', ');
}

export function zoneTitleOf(editor: Editor, { meta }: TLShape): string | null {
  const { zone: id } = meta;
  const zone = typeof id === 'string' ? editor.getShape(storeIdOf(id as RecordId, 'zone') as TLShapeId) : undefined;
  return zone?.type === (ZONE_TYPE as string) ? (zone as unknown as ZoneShape).props.title : null;
}
