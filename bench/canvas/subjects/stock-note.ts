/** Notes as tldraw 5.4.2 keeps them. Their measures are filled in, so that nobody who joins has to take them. */
import { indexOf, type SampleNote } from '../content.ts';

type StoredRecord = { readonly id: string; readonly typeName: string };

export function stockNotes(content: readonly SampleNote[]): StoredRecord[] {
  return content.map(({ x, y, text }, at) => ({
    id: `shape:n${at}`,
    typeName: 'shape',
    type: 'note',
    parentId: 'page:page',
    index: indexOf(at),
    x,
    y,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: {
      color: 'yellow',
      labelColor: 'black',
      size: 'm',
      font: 'draw',
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      fontSizeAdjustment: 1,
      url: '',
      scale: 1,
      textLastEditedBy: null,
      richText: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    },
  }));
}

/** What has to stand in a document beside its shapes. */
export const STOCK_GROUND: readonly StoredRecord[] = [
  { id: 'document:document', typeName: 'document', gridSize: 10, name: '', meta: {} },
  { id: 'page:page', typeName: 'page', name: 'Page 1', index: 'a1', meta: {} },
].map((record) => record as StoredRecord);
