import { NO_FIELDS } from '@samtavla/protocol';
import { NOTE_GAP, NOTE_SIDE } from '@samtavla/templates';
import { useCallback } from 'react';
import { createShapeId, isPageId, useEditor, type Editor } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import { isOpenZone } from '../zone/open-zones.ts';
import { zoneAt } from '../zone/zone-membership.ts';
import { noteHeights } from './note-heights.ts';
import type { NoteShape } from './note-shape.ts';
import { comeToWrite } from './writing-view.ts';

/**
 * Tab in a note's text goes on to a new note at its right, Ctrl/Cmd+Enter to one below: several notes in a row without
 * leaving the keyboard.
 */
export function useNextNoteKeys(shape: NoteShape) {
  const editor = useEditor();
  return useCallback(
    (event: KeyboardEvent, otherwise: (event: KeyboardEvent) => void) => {
      const isBelow = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      if (event.key !== 'Tab' && !isBelow) return otherwise(event);
      event.preventDefault();
      const step = isBelow ? { x: 0, y: noteHeights(editor).now(shape) + NOTE_GAP } : { x: NOTE_SIDE + NOTE_GAP, y: 0 };
      const side = event.shiftKey && !isBelow ? -1 : 1;
      const measure = shape.props.measure === null ? null : NO_FIELDS;
      startNote(editor, { x: shape.x + side * step.x, y: shape.y + step.y, parentId: shape.parentId, measure });
    },
    [editor, shape],
  );
}

/** Makes a note, or a measure, and opens it for typing; nothing in a zone that is not open, which says so. */
export function startNote(
  editor: Editor,
  {
    measure = null,
    ...place
  }: Pick<NoteShape, 'x' | 'y'> & Partial<Pick<NoteShape, 'parentId'> & Pick<NoteShape['props'], 'measure'>>,
): void {
  const { x, y, parentId = editor.getCurrentPageId() } = place;
  const middle = { x: x + NOTE_SIDE / 2, y: y + NOTE_SIDE / 2 };
  if (isPageId(parentId) && !isOpenZone(editor, zoneAt(editor, middle))) return;
  const id = createShapeId();
  editor.markHistoryStoppingPoint('note');
  editor.createShape<NoteShape>({ id, type: NOTE_TYPE, ...place, props: { measure } });
  if (editor.getShape(id) === undefined) return;
  editor.select(id);
  editor.setEditingShape(id);
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) });
  comeToWrite(editor, id);
}
