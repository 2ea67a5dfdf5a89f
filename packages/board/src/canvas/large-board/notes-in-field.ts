/** Keeps a field equal to the notes of a store. What lies turned or in a group is no plain note: tldraw draws it as any shape. */
import { isPageId, RESET_VALUE, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { NOTE_TYPE } from '../../binding/record-codec.ts';
import { noteHeights } from '../note/note-heights.ts';
import type { NoteShape } from '../note/note-shape.ts';
import { NoteField, type Area } from './note-field.ts';

/** Where something looks different than before; `all` when it is not worth telling apart. */
export type Changes = 'all' | readonly Area[];

/** More than these are drawn faster all at once. */
const MOST_AREAS = 150;

export class NotesInField {
  readonly field = new NoteField<TLShapeId>();
  readonly #editor: Editor;
  readonly #history;
  #epoch = -1;
  #changes: Area[] | 'all' = 'all';

  /** Counts up whenever a note came, went or moved. */
  version = 0;

  constructor(editor: Editor) {
    this.#editor = editor;
    this.#history = editor.store.query.filterHistory('shape');
  }

  /** Brings the field up to date. A computation that calls it is computed anew whenever a shape changes. */
  sync(): NoteField<TLShapeId> {
    this.#history.get();
    const { lastChangedEpoch } = this.#history;
    if (lastChangedEpoch !== this.#epoch) {
      const diff = this.#epoch === -1 ? RESET_VALUE : this.#history.getDiffSince(this.#epoch);
      this.#epoch = lastChangedEpoch;
      if (diff === RESET_VALUE) this.#readAll();
      else {
        for (const { added, updated, removed } of diff) {
          for (const shape of Object.values(removed)) this.#forget(shape.id);
          for (const shape of Object.values(added)) this.#read(shape);
          for (const [, shape] of Object.values(updated)) this.#read(shape);
        }
      }
    }
    this.#correct();
    return this.field;
  }

  /** What has changed since it was last asked. */
  takeChanges(): Changes {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  #readAll(): void {
    this.field.clear();
    this.#changes = 'all';
    this.version += 1;
    for (const { id } of this.#editor.store.query.records('shape').get()) {
      const shape = this.#editor.store.get(id);
      if (shape !== undefined) this.#read(shape);
    }
  }

  #read(shape: TLShape): void {
    if (!isPlainNote(shape)) return this.#forget(shape.id);
    const before = this.field.areaOf(shape.id);
    if (before !== null) this.#changed(before);
    if (this.field.set(shape.id, shape.x, shape.y, noteHeights(this.#editor).now(shape))) this.version += 1;
    const after = this.field.areaOf(shape.id);
    if (after !== null) this.#changed(after);
  }

  #forget(id: TLShapeId): void {
    const area = this.field.areaOf(id);
    if (area === null) return;
    this.field.delete(id);
    this.version += 1;
    this.#changed(area);
  }

  /** Heights that were measured since. */
  #correct(): void {
    for (const id of noteHeights(this.#editor).takeCorrected()) {
      const shape = this.#editor.store.unsafeGetWithoutCapture(id);
      if (shape !== undefined) this.#read(shape);
    }
  }

  #changed(area: Area): void {
    if (this.#changes === 'all') return;
    if (this.#changes.length < MOST_AREAS) this.#changes.push(area);
    else this.#changes = 'all';
  }
}

const isPlainNote = (shape: TLShape): shape is NoteShape & TLShape =>
  shape.type === NOTE_TYPE && isPageId(shape.parentId) && shape.rotation === 0;
