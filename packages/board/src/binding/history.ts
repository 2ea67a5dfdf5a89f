/**
 * Undo and redo of what this person did, and of nothing that anybody else did, over all the documents they write: a manager a
 * document, and one order of what comes next.
 */
import { recordsOf } from '@samtavla/protocol';
import * as Y from 'yjs';
import { completeBroughtBack } from './brought-back.ts';
import { keepCopiesApart } from './copies-apart.ts';
import { lastTakenAway, type StepChanges } from './step-changes.ts';

/** Typing that rests this long begins a new step. */
const TYPING_PAUSE_MILLIS = 1000;

/** The managers of the documents that a step was written in. */
type Step = Y.UndoManager[];
type Way = 'undo' | 'redo';

export type History = {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
  /** What comes next is a new step. */
  mark(): void;
  /**
   * What is written with this origin is done by this person from now on.
   *
   * @param how letter by letter there are no marks: then a step ends where the typing rests
   */
  track(origin: unknown, how?: 'in steps' | 'letter by letter'): void;
  /** Calls back when what can be undone or redone has changed; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  close(): void;
};

/** The manager's word for its being on the way. */
const GOING = { undo: 'undoing', redo: 'redoing' } as const;

/** Calls back once when this long has passed; returns the way to call it off. */
export type Later = (callback: () => void, millis: number) => () => void;

const onTheClock: Later = (callback, millis) => {
  const timer = setTimeout(callback, millis);
  return () => clearTimeout(timer);
};

type Options = {
  /** How a pause in the typing is waited for; whoever has no clock says when it has passed. */
  readonly later?: Later;
  /** Whether a document may be written now: a step that was written in one that may not is not taken back. */
  readonly mayWrite?: (doc: Y.Doc) => boolean;
};

export function historyOver(
  docs: readonly Y.Doc[],
  { later = onTheClock, mayWrite = () => true }: Options = {},
): History {
  const typing = new Set<unknown>();
  const managers = docs.map(
    (doc) =>
      new Y.UndoManager(recordsOf(doc), {
        trackedOrigins: new Set(),
        deleteFilter: (item) => !standsAlone(item, inQuestion),
        // Steps end where the editor or a pause marks them, never by the clock alone: a slow drag is one step.
        captureTimeout: Number.POSITIVE_INFINITY,
      }),
  );
  let done: Step[] = [];
  let undone: Step[] = [];
  /** What is being written now, until the next mark. */
  let current: Step | null = null;
  /** While a step is taken back: what it takes to do it again, or to take it back once more. */
  let inReturn: Step | null = null;
  /** The part of it that its manager is taking back. */
  let inQuestion: StepChanges | null = null;
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  let forgetPause = () => {};

  const mark = () => {
    current = null;
    for (const manager of managers) manager.stopCapturing();
  };
  const forgetUndone = () => {
    if (inReturn !== null || undone.length === 0) return;
    undone = [];
    for (const manager of managers) manager.clear(false, true);
  };
  for (const manager of managers) {
    manager.on('stack-item-added', () => {
      if (inReturn !== null) inReturn.push(manager);
      else {
        if (current === null) done.push((current = []));
        current.push(manager);
        forgetUndone();
      }
      changed();
    });
    manager.on('stack-item-updated', forgetUndone);
    manager.on('stack-cleared', changed);
  }
  /** Takes back the last step that still has an effect; one whose records others have deleted since has none. */
  const takeBack = (from: Step[], to: Step[], way: Way) => {
    mark();
    inReturn = [];
    while (isPossible(from)) {
      const step = from.pop() ?? [];
      const effects = step.map((manager) => takeBackOne(manager, way, (changes) => (inQuestion = changes)));
      if (effects.includes(true)) break;
    }
    if (inReturn.length > 0) to.push(inReturn);
    inReturn = null;
    changed();
  };
  const isPossible = (steps: readonly Step[]): boolean =>
    steps.at(-1)?.every((manager) => mayWrite(manager.doc)) === true;
  const onTyped = (transaction: Y.Transaction) => {
    if (!typing.has(transaction.origin)) return;
    forgetPause();
    forgetPause = later(mark, TYPING_PAUSE_MILLIS);
  };
  for (const doc of docs) doc.on('afterTransaction', onTyped);

  return {
    undo: () => takeBack(done, undone, 'undo'),
    redo: () => takeBack(undone, done, 'redo'),
    canUndo: () => isPossible(done),
    canRedo: () => isPossible(undone),
    mark,
    track(origin, how = 'in steps') {
      for (const manager of managers) manager.addTrackedOrigin(origin);
      if (how === 'letter by letter') typing.add(origin);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      forgetPause();
      for (const doc of docs) doc.off('afterTransaction', onTyped);
      for (const manager of managers) manager.destroy();
    },
  };
}

/**
 * Takes back a document's part of a step; false when that changed nothing. The manager would then go on to its own step before
 * that, past newer ones of other documents, so it is shown one step at a time.
 */
function takeBackOne(manager: Y.UndoManager, way: Way, begin: (changes: StepChanges | null) => void): boolean {
  const stack = way === 'undo' ? manager.undoStack : manager.redoStack;
  const earlier = stack.splice(0, stack.length - 1);
  const changes = stack[0] ?? null;
  begin(changes);
  let hadEffect = false;
  // One update: whoever is gone in the middle must not leave a record without what completes it.
  manager.doc.transact((transaction) => {
    keepCopiesApart(transaction);
    hadEffect = manager[way]() !== null;
    if (hadEffect && changes !== null) completeBroughtBack(transaction, changes);
    // Which way it was the manager looks for when the transaction ends.
    manager[GOING[way]] = true;
  }, manager);
  manager[GOING[way]] = false;
  stack.unshift(...earlier);
  return hadEffect;
}

/**
 * Whether an own value is the only one that its key has left. Where two people gave one at once, Yjs will not bring back the one
 * before both, and would leave the key empty: a note without a place, which nobody sees. Then the own value stays.
 */
function standsAlone(item: Y.Item, changes: StepChanges | null): boolean {
  if (item.parentSub === null || changes === null) return false;
  // In a record that was brought back it is a copy, and what it was given over stands beside the first.
  for (let { left } = originalOf(item, changes); left !== null; { left } = left) {
    if (lastTakenAway(left, changes) >= 0) return true;
  }
  return false;
}

/** The step's own item that stands here now, in itself or as a copy of a copy. */
function originalOf(item: Y.Item, { insertions }: StepChanges): Y.Item {
  const store = item.parent instanceof Y.AbstractType ? item.parent.doc?.store : undefined;
  if (store === undefined || Y.isDeleted(insertions, item.id)) return item;
  for (const [client, ranges] of insertions.clients) {
    for (const { clock, len } of ranges) {
      for (let each = clock; each < clock + len; each += 1) {
        const original = Y.getItem(store, Y.createID(client, each));
        if (original instanceof Y.Item && original.parentSub === item.parentSub && isNow(original, item))
          return original;
      }
    }
  }
  return item;

  function isNow(original: Y.Item, now: Y.Item): boolean {
    let here = original;
    while (here.redone !== null && here !== now) here = Y.getItem(store as Y.Doc['store'], here.redone);
    return here === now;
  }
}
