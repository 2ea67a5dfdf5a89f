/**
 * Undo and redo of what this person did, and of nothing that anybody else did, over all the documents they write: a manager a
 * document, and one order of what comes next.
 */
import { recordsOf } from '@samtavla/protocol';
import * as Y from 'yjs';

/** Typing that rests this long begins a new step. */
const TYPING_PAUSE_MILLIS = 1000;

export type History = {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** What comes next is a new step. */
  mark(): void;
  /** Calls back when what can be undone or redone has changed. */
  onChange(listener: () => void): void;
  close(): void;
};

/**
 * @param own    the origins of what this person does
 * @param typing the one of them that writes letter by letter, and sets no marks
 */
export function historyOver(docs: readonly Y.Doc[], own: ReadonlySet<unknown>, typing: unknown): History {
  const managers = docs.map(
    (doc) =>
      new Y.UndoManager(recordsOf(doc), {
        trackedOrigins: new Set(own),
        // Steps end where the editor or a pause marks them, never by the clock alone: a slow drag is one step.
        captureTimeout: Number.POSITIVE_INFINITY,
      }),
  );
  let done: Y.UndoManager[] = [];
  let undone: Y.UndoManager[] = [];
  let redoing = false;
  let changed = () => {};
  let pause: ReturnType<typeof setTimeout> | undefined;

  const mark = () => {
    for (const manager of managers) manager.stopCapturing();
  };
  const forgetUndone = () => {
    if (redoing || undone.length === 0) return;
    undone = [];
    for (const manager of managers) manager.clear(false, true);
  };
  for (const manager of managers) {
    manager.on('stack-item-added', ({ type }) => {
      if (type === 'redo') undone.push(manager);
      else {
        done.push(manager);
        if (!redoing) forgetUndone();
      }
      changed();
    });
    manager.on('stack-item-updated', forgetUndone);
    manager.on('stack-cleared', () => changed());
  }
  const onTyped = (transaction: Y.Transaction) => {
    if (transaction.origin !== typing) return;
    clearTimeout(pause);
    pause = setTimeout(mark, TYPING_PAUSE_MILLIS);
  };
  for (const doc of docs) doc.on('afterTransaction', onTyped);

  return {
    undo() {
      takeBack(
        done,
        (manager) => manager.undo(),
        (manager) => manager.undoStack,
      );
      changed();
    },
    redo() {
      redoing = true;
      takeBack(
        undone,
        (manager) => manager.redo(),
        (manager) => manager.redoStack,
      );
      redoing = false;
      changed();
    },
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    mark,
    onChange(listener) {
      changed = listener;
    },
    close() {
      clearTimeout(pause);
      for (const doc of docs) doc.off('afterTransaction', onTyped);
      for (const manager of managers) manager.destroy();
    },
  };
}

/**
 * Takes back the last step of the order that still has an effect. A step whose records others have deleted since has none; the
 * manager would go on to its own step before that, past newer ones of other documents, so it is shown one step at a time.
 */
function takeBack(
  order: Y.UndoManager[],
  act: (manager: Y.UndoManager) => unknown,
  stackOf: (manager: Y.UndoManager) => unknown[],
): void {
  for (let manager = order.pop(); manager !== undefined; manager = order.pop()) {
    const stack = stackOf(manager);
    const earlier = stack.splice(0, stack.length - 1);
    const hadEffect = act(manager) !== null;
    stack.unshift(...earlier);
    if (hadEffect) return;
  }
}
