/**
 * Which notes are elements in the page. Those near what one sees, as long as they are not too many: else, and all others, they are
 * painted (`note-painter.ts`). A page of thousands of elements takes seconds to make and drops frames ever after.
 */
import { atom, type Atom, type Box, type Editor, type TLShapeId } from 'tldraw';
import { NOTE_TYPE, ZONE_TYPE } from '../../binding/record-codec.ts';
import type { NoteField } from './note-field.ts';

/** What comes this near is mounted, and unmounted when it is twice as far: screen pixels. */
const NEAR_PX = 150;
const FAR_PX = 2 * NEAR_PX;
/** A crowd is painted; it is a crowd until it is clearly less. */
const CROWD = 160;
const NO_CROWD = 120;
/** Mounted in one frame: more would be seen as a jolt. */
const MOST_AT_ONCE = 40;
/** A selection as small as this is held in the hand, and drawn by the browser. */
const FEW_SELECTED = 40;

const NOTHING: ReadonlySet<TLShapeId> = new Set();

export class MountedNotes {
  readonly #editor: Editor;
  readonly #mounted: Atom<ReadonlySet<TLShapeId>> = atom('mounted notes', NOTHING);
  #isCrowded = false;
  /** What the last decision was made of, when nothing was left to do after it. */
  #settledFor: readonly unknown[] = [];

  constructor(editor: Editor) {
    this.#editor = editor;
  }

  /** Whether all that is to be an element is one. */
  get isSettled(): boolean {
    return this.#settledFor.length > 0;
  }

  get(): ReadonlySet<TLShapeId> {
    return this.#mounted.get();
  }

  /**
   * Mounts and unmounts for what is seen now. Returns what came and what went.
   *
   * @param version of the field: while it and what is seen are the same, there is nothing to decide
   */
  update(field: NoteField<TLShapeId>, version: number): readonly TLShapeId[] {
    const circumstances = this.#circumstances(version);
    if (circumstances.every((each, place) => each === this.#settledFor[place])) return [];
    const before = this.#mounted.get();
    const wanted = this.#wanted(field, before);
    const next = new Set<TLShapeId>();
    let made = 0;
    for (const id of wanted) {
      const isNew = !before.has(id);
      if (isNew && made >= MOST_AT_ONCE) continue;
      if (isNew) made += 1;
      next.add(id);
    }
    const changed = [...next].filter((id) => !before.has(id)).concat([...before].filter((id) => !next.has(id)));
    if (changed.length > 0) this.#mounted.set(next);
    this.#settledFor = changed.length > 0 ? [] : circumstances;
    return changed;
  }

  #circumstances(version: number): readonly unknown[] {
    const editor = this.#editor;
    const { x, y, w, h } = editor.getViewportPageBounds();
    const shapes = editor.getCurrentPageShapes();
    return [x, y, w, h, version, shapes, editor.getSelectedShapeIds(), editor.getEditingShapeId()];
  }

  #wanted(field: NoteField<TLShapeId>, before: ReadonlySet<TLShapeId>): Set<TLShapeId> {
    const editor = this.#editor;
    const view = editor.getViewportPageBounds();
    const zoom = editor.getZoomLevel();
    const near = field.touching(view.clone().expandBy(NEAR_PX / zoom));
    this.#isCrowded = near.length > (this.#isCrowded ? NO_CROWD : CROWD);
    const wanted = new Set(this.#held().filter((id) => field.has(id)));
    if (this.#isCrowded) {
      for (const ground of this.#opaqueShapes(view)) for (const id of field.touching(ground)) wanted.add(id);
      return wanted;
    }
    for (const id of near) wanted.add(id);
    for (const id of field.touching(view.clone().expandBy(FAR_PX / zoom))) if (before.has(id)) wanted.add(id);
    return wanted;
  }

  /** The notes that are written in, and a small selection: wherever they are. */
  #held(): TLShapeId[] {
    const selected = this.#editor.getSelectedShapeIds();
    const editing = this.#editor.getEditingShapeId();
    return [...(selected.length <= FEW_SELECTED ? selected : []), ...(editing === null ? [] : [editing])];
  }

  /** The painted notes lie under every shape; one that lies on something filled must be an element to be seen. */
  #opaqueShapes(view: Box): Box[] {
    return this.#editor.getCurrentPageShapes().flatMap((shape) => {
      if (shape.type === NOTE_TYPE || shape.type === ZONE_TYPE) return [];
      const isOpaque = shape.type === 'image' || ('fill' in shape.props && shape.props.fill !== 'none');
      const bounds = isOpaque ? this.#editor.getShapePageBounds(shape) : undefined;
      return bounds !== undefined && bounds.collides(view) ? [bounds] : [];
    });
  }
}
