/**
 * Where tldraw asks each of thousands of shapes, ours asks the field. Each of these stands for a method of the editor's with the
 * same answer: what it costs is all that differs, but for `getRenderingShapes`, which leaves out the notes that are painted.
 */
import {
  Box,
  computed,
  isUninitialized,
  RESET_VALUE,
  unsafe__withoutCapture,
  type Editor,
  type TLRenderingShape,
  type TLShape,
  type TLShapeId,
  type VecLike,
} from 'tldraw';
import type { MountedNotes } from './mounted-notes.ts';
import type { NotesInField } from './notes-in-field.ts';

/** Around the point that is asked about, beyond the margin asked for: page units. A note's edge is within it at any zoom. */
const AROUND = 4;

export function overrideEditor(editor: Editor, notes: NotesInField, mounted: MountedNotes): void {
  overrideRendering(editor, notes, mounted);
  overrideCulling(editor, notes);
  const lists = overrideLists(editor);
  overrideHitTests(editor, notes, lists);
}

/** tldraw makes elements of all shapes, seen or not: 2 000 notes take it seconds. */
function overrideRendering(editor: Editor, notes: NotesInField, mounted: MountedNotes): void {
  const rendering = computed('rendering shapes', () => {
    const field = unsafe__withoutCapture(() => notes.sync());
    const elements = mounted.get();
    const shapes = renderingShapes(editor, (id) => field.has(id) && !elements.has(id));
    // In the order of their ids, as tldraw has it: an element that moves in the page is made anew.
    return shapes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  });
  editor.getRenderingShapes = () => rendering.get();
}

/** Shapes in drawing order. One that is left out keeps its number, so that no other element is drawn anew when it comes. */
function renderingShapes(editor: Editor, isPainted: (id: TLShapeId) => boolean): TLRenderingShape[] {
  const most = editor.options.maxShapesPerPage;
  const erasing = editor.getErasingShapeIds();
  const shapes: TLRenderingShape[] = [];
  let [index, backgroundIndex] = [2 * most, most];
  const add = (id: TLShapeId, opacityAbove: number, isErasedAbove: boolean) => {
    index += 1;
    backgroundIndex += 1;
    if (isPainted(id)) return;
    const shape = editor.getShape(id);
    if (shape === undefined) return;
    const isErased = !isErasedAbove && erasing.includes(id);
    const opacity = opacityAbove * shape.opacity * (isErased ? ERASED_OPACITY : 1);
    shapes.push({ id, shape, util: editor.getShapeUtil(shape), index, backgroundIndex, opacity });
    for (const child of editor.getSortedChildIdsForParent(id)) add(child, opacity, isErasedAbove || isErased);
  };
  for (const id of editor.getSortedChildIdsForParent(editor.getCurrentPageId())) add(id, 1, false);
  return shapes;
}

/** As tldraw shows what the eraser is about to take. */
const ERASED_OPACITY = 0.32;

/** tldraw computes each shape's bounds anew, one by one, whenever the view moves. */
function overrideCulling(editor: Editor, notes: NotesInField): void {
  const notVisible = computed<Set<TLShapeId>>('not visible shapes', (before) => {
    const field = notes.sync();
    const view = editor.getViewportPageBounds();
    const seen = new Set(field.touching(view));
    const next = new Set<TLShapeId>();
    for (const id of editor.getCurrentPageShapeIds()) {
      if (seen.has(id)) continue;
      if (field.has(id) || !view.includes(editor.getShapePageBounds(id) ?? NOWHERE)) next.add(id);
    }
    return !isUninitialized(before) && isSame(before, next) ? before : next;
  });
  editor.getNotVisibleShapes = () => notVisible.get();
}

const NOWHERE = new Box(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0);

function isSame<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const each of a) if (!b.has(each)) return false;
  return true;
}

type Lists = {
  /** Lets the editor see only these shapes while something is asked. */
  readonly among: <T>(shapes: TLShape[], ask: () => T) => T;
};

/** tldraw gathers all shapes anew after each change of one. */
function overrideLists(editor: Editor): Lists {
  const history = editor.store.query.filterHistory('shape');
  const places = new Map<TLShapeId, number>();
  const sorted = computed<TLShape[]>('shapes in drawing order', (before, epoch) => {
    history.get();
    const top = editor.getSortedChildIdsForParent(editor.getCurrentPageId());
    const diff = isUninitialized(before) ? RESET_VALUE : history.getDiffSince(epoch);
    const isOnlyUpdates = diff !== RESET_VALUE && diff.every((each) => hasOnlyValuesChanged(each));
    if (isUninitialized(before) || !isOnlyUpdates) return gather(editor, top, places);
    const next = [...before];
    for (const { updated } of diff) {
      for (const [, shape] of Object.values(updated)) {
        const place = places.get(shape.id);
        if (place !== undefined) next[place] = shape;
      }
    }
    return next;
  });
  let narrowed: TLShape[] | null = null;
  const renderingSorted = editor.getCurrentPageRenderingShapesSorted.bind(editor);
  editor.getCurrentPageShapesSorted = () => narrowed ?? sorted.get();
  editor.getCurrentPageShapes = () => sorted.get();
  editor.getCurrentPageRenderingShapesSorted = () => {
    if (narrowed === null) return renderingSorted();
    const culled = editor.getCulledShapes();
    return narrowed.filter(({ id }) => !culled.has(id));
  };
  return {
    among(shapes, ask) {
      narrowed = shapes;
      try {
        return ask();
      } finally {
        narrowed = null;
      }
    },
  };
}

type ShapeDiff = {
  readonly added: object;
  readonly removed: object;
  readonly updated: Readonly<Record<string, [from: TLShape, to: TLShape]>>;
};

const hasOnlyValuesChanged = ({ added, removed, updated }: ShapeDiff): boolean =>
  Object.keys(added).length === 0 &&
  Object.keys(removed).length === 0 &&
  Object.values(updated).every(([from, to]) => from.parentId === to.parentId && from.index === to.index);

function gather(editor: Editor, top: readonly TLShapeId[], places: Map<TLShapeId, number>): TLShape[] {
  const shapes: TLShape[] = [];
  places.clear();
  const add = (id: TLShapeId) => {
    const shape = editor.store.unsafeGetWithoutCapture(id);
    if (shape === undefined) return;
    places.set(id, shapes.length);
    shapes.push(shape);
    for (const child of editor.getSortedChildIdsForParent(id)) add(child);
  };
  for (const id of top) add(id);
  return shapes;
}

/** tldraw asks each shape on the page at each movement of the pointer. */
function overrideHitTests(editor: Editor, notes: NotesInField, { among }: Lists): void {
  const near = (point: VecLike, margin: number): TLShape[] => {
    const field = notes.sync();
    const reach = margin + AROUND;
    const touched = new Set(field.touching(new Box(point.x - reach, point.y - reach, 2 * reach, 2 * reach)));
    return editor.getCurrentPageShapesSorted().filter(({ id }) => touched.has(id) || !field.has(id));
  };
  const shapeAtPoint = editor.getShapeAtPoint.bind(editor);
  editor.getShapeAtPoint = (point, options = {}) =>
    among(near(point, options.margin ?? 0), () => shapeAtPoint(point, options));
  const shapesAtPoint = editor.getShapesAtPoint.bind(editor);
  editor.getShapesAtPoint = (point, options = {}) =>
    among(near(point, options.margin ?? 0), () => shapesAtPoint(point, options));
}
