/** Boards of thousands of notes: ties the field, what is mounted and what is painted to an editor, and moves them on each frame. */
import { computed, type Editor, type TLShapeId } from 'tldraw';
import { noteHeights } from '../note/note-heights.ts';
import { paperColours } from '../note/paper-colours.ts';
import type { NoteShape } from '../note/note-shape.ts';
import { overrideEditor } from './editor-overrides.ts';
import { MountedNotes } from './mounted-notes.ts';
import type { Area } from './note-field.ts';
import { NotePainter } from './note-painter.ts';
import { NotesInField } from './notes-in-field.ts';
import type { PaintedNote } from './paint-note.ts';
import { isEnough, viewFor } from './painted-view.ts';

type LargeBoard = {
  /** Takes the element that the paintings lie in; returns the way to let go of it. */
  paintIn(layer: HTMLElement): () => void;
  /** Whether every note that is seen is an element or painted. */
  isDrawn(): boolean;
};

const byEditor = new WeakMap<Editor, LargeBoard>();

export function largeBoard(editor: Editor): LargeBoard {
  const board = byEditor.get(editor) ?? createLargeBoard(editor);
  byEditor.set(editor, board);
  return board;
}

function createLargeBoard(editor: Editor): LargeBoard {
  const notes = new NotesInField(editor);
  const mounted = new MountedNotes(editor);
  overrideEditor(editor, notes, mounted);
  const places = placesInOrder(editor);
  const heights = noteHeights(editor);

  const notesIn = (area: Area): TLShapeId[] => {
    const elements = mounted.get();
    const order = places.get();
    const found = notes.field.touching(area).filter((id) => !elements.has(id));
    return found.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  };

  let painting: NotePainter<TLShapeId> | null = null;
  const paintIn = (layer: HTMLElement) => {
    const colours = paperColours(editor.getContainer());
    const edge = getComputedStyle(editor.getContainer()).getPropertyValue('--color-selected').trim();
    let selected = new Set<TLShapeId>();
    const look = (id: TLShapeId): PaintedNote | null => {
      const note = editor.store.unsafeGetWithoutCapture(id) as NoteShape | undefined;
      const area = notes.field.areaOf(id);
      if (note === undefined || area === null) return null;
      const { props, opacity } = note;
      return {
        area,
        opacity,
        colours: colours[props.colour],
        text: heights.layout(props.richText),
        signature: heights.signature(note),
        measure: heights.measure(note),
        edge: selected.has(id) ? edge : null,
      };
    };
    const painter = new NotePainter(layer, notesIn, look);
    painting = painter;

    const onFrame = () => {
      const field = notes.sync();
      const changed = mounted.update(field, notes.version).flatMap((id) => field.areaOf(id) ?? []);
      const ids = editor.getSelectedShapeIds();
      const isSelectionChanged = ids.length !== selected.size || ids.some((id) => !selected.has(id));
      if (isSelectionChanged) selected = new Set(ids);

      const seen = editor.getViewportPageBounds();
      const isMoving = editor.getCameraState() === 'moving';
      const camera = asShown(editor);
      const { view } = painter;
      const moved = notes.takeChanges();
      if (view === null || !isEnough(view, seen, camera.z, isMoving)) {
        painter.begin(viewFor(camera, editor.getViewportScreenBounds(), window.devicePixelRatio));
      } else if (isSelectionChanged || moved === 'all') painter.repaint('all');
      else painter.repaint([...moved, ...changed]);
      painter.goOn();
    };
    editor.on('tick', onFrame);
    return () => {
      editor.off('tick', onFrame);
      painting = null;
      layer.replaceChildren();
    };
  };
  return { paintIn, isDrawn: () => mounted.isSettled && painting?.isWhole === true };
}

/** Each top shape's place in the drawing order. */
function placesInOrder(editor: Editor) {
  return computed('places in drawing order', () => {
    const ids = editor.getSortedChildIdsForParent(editor.getCurrentPageId());
    return new Map(ids.map((id, place) => [id, place]));
  });
}

/** The camera as the page's elements are placed by it: tldraw rounds it. */
function asShown(editor: Editor): { x: number; y: number; z: number } {
  const { x, y, z } = editor.getCamera();
  return { x, y, z: Math.round(z * 10_000) / 10_000 };
}
