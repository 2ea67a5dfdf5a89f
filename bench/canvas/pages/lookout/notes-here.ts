/** The notes of a page's store: stock ones and ours alike. */
import type { Editor, TLShape } from 'tldraw';

const NOTE_TYPES: readonly string[] = ['note', 'board-note'];

export const isNote = (record: { typeName: string; type?: string }): boolean =>
  record.typeName === 'shape' && NOTE_TYPES.includes(record.type ?? '');

export const notesIn = (editor: Editor): TLShape[] =>
  editor.store.allRecords().filter((record): record is TLShape => isNote(record));
