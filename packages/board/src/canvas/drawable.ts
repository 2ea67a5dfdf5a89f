/**
 * Whether tldraw can draw a record. Its validation lets through what its text and its geometry then throw over, and it does not
 * catch that: one such record would take the whole canvas with it. Each is tried alone, because one refused record takes its
 * batch with it too.
 */
import { getSchema } from '@tiptap/core';
import { tipTapDefaultExtensions, type Editor, type TLRecord, type TLShape } from 'tldraw';
import { NOTE_TYPE, THEME_TYPE, ZONE_TYPE } from '../binding/record-codec.ts';
import type { StoreRecord } from '../binding/store-port.ts';

/** Ours are boxes; an arrow's and a group's geometry hangs on shapes that may come in the same batch. */
const GEOMETRY_NOT_TRIED = new Set([NOTE_TYPE, THEME_TYPE, ZONE_TYPE, 'arrow', 'group']);

const textSchema = getSchema(tipTapDefaultExtensions);

export function isDrawable(editor: Editor, record: StoreRecord): boolean {
  try {
    const { store } = editor;
    store.schema.validateRecord(store, record as unknown as TLRecord, 'createRecord', null);
    if (record.typeName !== 'shape') return true;
    const { richText } = record.props;
    if (richText !== undefined) textSchema.nodeFromJSON(richText).check();
    return GEOMETRY_NOT_TRIED.has(record.type) || hasBounds(editor, record as unknown as TLShape);
  } catch {
    return false;
  }
}

function hasBounds(editor: Editor, shape: TLShape): boolean {
  const { w, h } = editor.getShapeUtil(shape).getGeometry(shape).bounds;
  return Number.isFinite(w) && Number.isFinite(h);
}
