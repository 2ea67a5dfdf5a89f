/** Notes that are written at one's desk, on a canvas beside what all see. */
import {
  addNote,
  NO_FIELDS,
  readDeskNotes,
  readMeasures,
  readNotes,
  recordsOf,
  type RecordId,
} from '@samtavla/protocol';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { note, TYPES } from './a-person.ts';
import { bind, FROM_STORE } from './bind.ts';
import { historyOver } from './history.ts';
import { plainStore } from './plain-store.ts';
import type { StoreShape } from './store-port.ts';

const TODAY = 'today' as RecordId;

/** Somebody in a round, in which what is in one zone is private. */
function writer() {
  const [plan, canvas, desk] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  const store = plainStore(TYPES);
  let round: string | null = '1';
  const roundIn = (zone: RecordId | null) => (zone === TODAY ? round : null);
  bind(store, {
    plan: { doc: plan, writable: false },
    canvas: { doc: canvas, writable: true },
    desk: { doc: desk, writable: true, roundIn },
  });
  return {
    canvas,
    desk,
    store,
    end: () => {
      round = null;
    },
    shape: (id: string) => store.get(`shape:${id}`) as StoreShape | null,
  };
}

describe('a desk beside the canvas', () => {
  test('[B38] a new note in a zone of the round is written at the desk, with its round, and nowhere else', () => {
    const { canvas, desk, store } = writer();
    store.put(note('mine'));
    store.put(note('elsewhere', { meta: { zone: 'other' } }));
    expect(readDeskNotes(desk)).toMatchObject([{ id: 'mine', round: '1', isHeld: false }]);
    expect(readNotes(canvas).map(({ id }) => id)).toEqual(['elsewhere']);
  });

  test('[B38] it is changed and deleted where it is, also when the round is over; a drawing is never a desk’s', () => {
    const { canvas, desk, store, shape, end } = writer();
    store.put(note('mine'));
    store.put({ ...note('ink'), type: 'geo', props: { w: 1, h: 1, color: 'red' } });
    end();
    store.put({ ...(shape('mine') ?? note('mine')), props: { ...TYPES['board-note'], colour: 'pink' } });
    expect(recordsOf(desk).get('mine')?.toJSON()).toMatchObject({ colour: 'pink', round: '1' });
    expect([...recordsOf(canvas).keys()]).toEqual(['ink']);
    store.remove('shape:mine');
    expect(recordsOf(desk).size).toBe(0);
    store.put(note('open'));
    expect(recordsOf(canvas).has('open')).toBe(true);
  });

  test('[B38] what is at the desk is shown, until the same id stands on the canvas; nothing but notes is', () => {
    const { canvas, desk, shape } = writer();
    const id = addNote(desk, { text: 'Fra telefonen', at: [5, 5], round: '1' });
    recordsOf(desk).set('zone', new Y.Map([['kind', 'zone']]));
    expect([shape(id)?.x, shape('zone')]).toEqual([5, null]);
    const revealed = recordsOf(desk).get(id)?.clone() ?? new Y.Map();
    revealed.set('at', [90, 90, 0, null]);
    recordsOf(canvas).set(id, revealed);
    expect(shape(id)?.x).toBe(90);
    recordsOf(desk).delete(id);
    expect(shape(id)?.x).toBe(90);
    recordsOf(canvas).delete(id);
    expect(shape(id)).toBeNull();
  });

  test('[B40] what is pasted of a measure at the desk is a note there, and a measure elsewhere', () => {
    const { canvas, desk, store } = writer();
    const props = { ...note('mine').props, measure: { ...NO_FIELDS, owner: 'Kari' } };
    store.put({ ...note('mine'), props });
    store.put({ ...note('elsewhere', { meta: { zone: 'other' } }), props });
    expect(readDeskNotes(desk)).toMatchObject([{ id: 'mine', round: '1' }]);
    expect(readMeasures(canvas)).toMatchObject([{ id: 'elsewhere', measure: { owner: 'Kari' } }]);
  });

  test('[B39] what was done in a document that may not be written now is not taken back, and is when it may', () => {
    const { canvas, desk, store } = writer();
    let isClosed = false;
    const history = historyOver([canvas, desk], { mayWrite: (doc) => doc === desk || !isClosed });
    history.track(FROM_STORE);
    store.put(note('before', { meta: { zone: 'other' } }));
    history.mark();
    isClosed = true;
    store.put(note('mine'));
    history.undo();
    expect([recordsOf(desk).size, recordsOf(canvas).size, history.canUndo(), history.canRedo()]).toEqual([
      0,
      1,
      false,
      true,
    ]);
    history.undo();
    expect(recordsOf(canvas).size).toBe(1);
    isClosed = false;
    history.undo();
    expect(recordsOf(canvas).size).toBe(0);
  });
});
