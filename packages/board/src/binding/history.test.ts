import { addNote, fragmentOf, readNotes, recordsOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { note, person } from './a-person.ts';
import { FROM_STORE } from './bind.ts';
import { historyOver } from './history.ts';

const MINE = Symbol('mine');
const TYPING = Symbol('typing');

function board() {
  const [plan, canvas] = [new Y.Doc(), new Y.Doc()];
  const history = historyOver([plan, canvas]);
  history.track(MINE);
  history.track(TYPING, 'letter by letter');
  const write = (doc: Y.Doc, text: string, origin: symbol = MINE): RecordId => {
    let id = '' as RecordId;
    doc.transact(() => {
      id = addNote(doc, { text });
    }, origin);
    return id;
  };
  return {
    plan,
    canvas,
    history,
    write,
    texts: (doc: Y.Doc) =>
      readNotes(doc)
        .map(({ text }) => text)
        .toSorted(),
  };
}

test('[B10] undo takes back my own step and nobody else’s', () => {
  const { canvas, history, write, texts } = board();
  write(canvas, 'min');
  history.mark();
  write(canvas, 'din', Symbol('another'));
  history.undo();
  expect(texts(canvas)).toEqual(['din']);
  history.redo();
  expect(texts(canvas)).toEqual(['din', 'min']);
});

test('[B10] steps come back in the order they were done, over all documents', () => {
  const { plan, canvas, history, write, texts } = board();
  write(canvas, '1');
  history.mark();
  write(plan, '2');
  history.mark();
  write(canvas, '3');
  history.undo();
  expect([texts(plan), texts(canvas)]).toEqual([['2'], ['1']]);
  history.undo();
  expect([texts(plan), texts(canvas)]).toEqual([[], ['1']]);
  history.redo();
  expect([texts(plan), texts(canvas)]).toEqual([['2'], ['1']]);
});

test('[B10] all between two marks is one step, however long it takes', () => {
  const { canvas, history, write, texts } = board();
  write(canvas, 'før');
  history.mark();
  for (const text of ['a', 'b', 'c']) write(canvas, text);
  history.undo();
  expect(texts(canvas)).toEqual(['før']);
});

test('[B37] a letter that was brought back once comes back with its note too, whatever was written beside it', () => {
  const { canvas, history, write, texts } = board();
  const id = write(canvas, 'ac');
  const letters = () => {
    const paragraph = fragmentOf(recordsOf(canvas).get(id) as RecordMap)?.get(0) as Y.XmlElement;
    return paragraph.get(0) as Y.XmlText;
  };
  history.mark();
  canvas.transact(() => letters().insert(1, 'b'), MINE);
  history.mark();
  canvas.transact(() => letters().delete(2, 1), MINE);
  history.undo();
  canvas.transact(() => recordsOf(canvas).delete(id), MINE);
  history.undo();
  expect(texts(canvas)).toEqual(['abc']);
});

test('[B10] undo of a deletion brings the text back', () => {
  const { canvas, history, write } = board();
  const id = write(canvas, 'blir');
  history.mark();
  canvas.transact(() => recordsOf(canvas).delete(id), MINE);
  history.undo();
  expect(readNotes(canvas)).toMatchObject([{ id, text: 'blir' }]);
});

test('[B10] a new step ends what could be redone, in every document', () => {
  const { plan, canvas, history, write, texts } = board();
  write(plan, '1');
  history.mark();
  history.undo();
  write(canvas, '2');
  expect(history.canRedo()).toBe(false);
  history.redo();
  expect([texts(plan), texts(canvas)]).toEqual([[], ['2']]);
});

test('[B10] a step that another has made empty is passed over without taking an older one instead', () => {
  const { plan, canvas, history, write, texts } = board();
  write(canvas, '1');
  history.mark();
  write(plan, '2');
  history.mark();
  const third = write(canvas, '3');
  canvas.transact(() => recordsOf(canvas).delete(third), Symbol('another'));
  history.undo();
  expect([texts(plan), texts(canvas)]).toEqual([[], ['1']]);
});

test('[B10] a step that wrote two documents is taken back, and done again, as one', () => {
  const { plan, canvas, history, write, texts } = board();
  write(plan, '1');
  write(canvas, '2');
  history.undo();
  expect([texts(plan), texts(canvas)]).toEqual([[], []]);
  history.redo();
  expect([texts(plan), texts(canvas)]).toEqual([['1'], ['2']]);
});

test('[B10] after undo a new step begins, in every document', () => {
  const { plan, canvas, history, write, texts } = board();
  write(plan, '1');
  history.mark();
  write(canvas, '2');
  history.undo();
  write(plan, '3');
  history.undo();
  expect([texts(plan), texts(canvas)]).toEqual([['1'], []]);
});

test.each([
  [1, 2],
  [2, 1],
])('[B12] undo of a value that another gave at once leaves a value (clients %i and %i)', (mine, theirs) => {
  const [here, there] = [new Y.Doc(), new Y.Doc()];
  [here.clientID, there.clientID] = [mine, theirs];
  const exchange = () => {
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
  };
  const id = addNote(here, { text: 'flyttes' });
  exchange();
  const history = historyOver([here]);
  history.track(MINE);
  here.transact(() => recordsOf(here).get(id)?.set('at', [1, 1, 0]), MINE);
  recordsOf(there).get(id)?.set('at', [2, 2, 0]);
  exchange();
  history.undo();
  exchange();
  expect(readNotes(here)).toMatchObject([{ at: mine < theirs ? [2, 2] : [1, 1] }]);
});

test('[B10] a note that another moved while it was deleted keeps a place, whatever is undone', () => {
  const { canvas, history, write } = board();
  const theirs = new Y.Doc();
  // Of two values at once Yjs puts the smaller client's first; behind it, the one before both cannot come back.
  [theirs.clientID, canvas.clientID] = [1, 2];
  const id = write(canvas, 'flyttes', Symbol('another'));
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(canvas));
  const place = (doc: Y.Doc) => recordsOf(doc).get(id)?.get('at');
  history.mark();
  canvas.transact(() => recordsOf(canvas).get(id)?.set('at', [1, 1, 0]), MINE);
  history.mark();
  canvas.transact(() => recordsOf(canvas).delete(id), MINE);
  history.undo();
  recordsOf(theirs).get(id)?.set('at', [2, 2, 0]);
  Y.applyUpdate(canvas, Y.encodeStateAsUpdate(theirs));
  expect(place(canvas)).toEqual([1, 1, 0]);
  history.undo();
  expect(place(canvas)).toEqual([1, 1, 0]);
});

describe('[B36] what another changed of a note', () => {
  const bothHave = () => {
    const { canvas, history, write } = board();
    const id = write(canvas, 'kommer tilbake');
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(canvas));
    const theyChange = () => {
      theirs.transact(() => {
        recordsOf(theirs).get(id)?.set('at', [2, 2, 0]);
        recordsOf(theirs).get(id)?.set('colour', 'blue');
      });
      Y.applyUpdate(canvas, Y.encodeStateAsUpdate(theirs));
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(canvas));
    };
    const found = () => {
      Y.applyUpdate(theirs, Y.encodeStateAsUpdate(canvas));
      return [canvas, theirs].map((doc) => readNotes(doc).find((each) => each.id === id));
    };
    return { canvas, history, id, theyChange, found, before: readNotes(canvas)[0] };
  };

  test('while I deleted it does not take its place from it when I undo that', () => {
    const { canvas, history, id, theyChange, found, before } = bothHave();
    history.mark();
    canvas.transact(() => recordsOf(canvas).delete(id), MINE);
    theyChange();
    history.undo();
    expect(found()).toEqual([before, before]);
    history.redo();
    expect(found()).toEqual([undefined, undefined]);
    history.undo();
    expect(found()).toEqual([before, before]);
  });

  test('while I had undone the making of it does not take its place from it when I redo that', () => {
    const { history, theyChange, found, before } = bothHave();
    history.undo();
    theyChange();
    history.redo();
    expect(found()).toEqual([before, before]);
  });
});

test('[B10] a value that was taken away, given anew and undone comes back with the step that took it away', () => {
  const { documents, store, shape } = person();
  const history = historyOver([documents.canvas.doc]);
  history.track(FROM_STORE);
  const step = (change: () => void) => {
    history.mark();
    change();
  };
  const fade = (opacity: number) => step(() => store.put({ ...shape('n1'), opacity }));
  step(() => store.put(note('n1')));
  fade(0.5);
  fade(1);
  fade(0.2);
  history.undo();
  step(() => store.put(note('n2')));
  history.undo();
  history.undo();
  expect(shape('n1')).toMatchObject({ opacity: 0.5 });
});
