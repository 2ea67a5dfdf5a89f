import {
  addNote as addNoteTo,
  addRecord,
  atOf,
  linesOf,
  fragmentOf,
  recordsOf,
  type RecordId,
} from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { aHand } from './a-hand.ts';
import { TODAY } from './a-board.ts';
import { addNote, deleteNotes, moveNotes } from './commands.ts';
import { lockableIn, lockRecords, unlockRecords } from './locking.ts';

test('[L22] what is locked stands in the plan as it stood on the canvas, text and place, and unlocked it is back', () => {
  const me = aHand();
  const id = addNote(me.hand, { group: { zone: TODAY.id }, text: 'Vi er enige\nom dette', colour: 'pink' }) as RecordId;
  const before = me.shape(id);
  expect(lockRecords(me.hand, [id, id])).toEqual([id]);
  expect([recordsOf(me.canvas).has(id), recordsOf(me.plan).has(id)]).toEqual([false, true]);
  expect(me.shape(id)).toEqual({ ...before, isLocked: true });
  expect(linesOf(fragmentOf(me.record(id)) as never)).toBe('Vi er enige\nom dette');
  expect(me.listed()[0]).toEqual(['today', 'Vi er enige\nom dette']);
  expect(unlockRecords(me.hand, [id])).toEqual([id]);
  expect([recordsOf(me.canvas).has(id), recordsOf(me.plan).has(id), me.shape(id)]).toEqual([true, false, before]);
});

test('[L22] all that stands in a zone is locked at once, or all there is; zones and what ties arrows are not among it', () => {
  const me = aHand();
  const inZone = addNoteTo(me.canvas, { text: 'I dag', zone: TODAY });
  const loose = addNoteTo(me.canvas, { text: 'Uten felt' });
  addRecord(me.canvas, 'tie' as RecordId, { kind: 'binding', from: loose, to: inZone });
  recordsOf(me.canvas).set('nonsense', 'nonsense' as never);
  expect(lockableIn(me.canvas, TODAY.id)).toEqual([inZone]);
  expect(lockableIn(me.canvas, null).toSorted()).toEqual([inZone, loose].toSorted());
  lockRecords(me.hand, lockableIn(me.canvas, null));
  expect(lockableIn(me.canvas, null)).toEqual([]);
  expect(lockableIn(me.plan, TODAY.id)).toEqual([inZone]);
});

test('[L22] locking is one step to undo, and takes along what lies inside; a zone is locked for good', () => {
  const me = aHand();
  const [group, ink] = ['group', 'ink'] as RecordId[] as [RecordId, RecordId];
  addRecord(me.canvas, group, { kind: 'shape', type: 'group', at: atOf([0, 0, 0]), index: 'a1' });
  addRecord(me.canvas, ink, { kind: 'shape', type: 'geo', at: atOf([0, 0, 0], { parent: group }), index: 'a1' });
  expect(lockRecords(me.hand, [group]).toSorted()).toEqual([group, ink]);
  expect(unlockRecords(me.hand, [TODAY.id])).toEqual([]);
  me.history.undo();
  expect([...recordsOf(me.canvas).keys()].toSorted()).toEqual([group, ink]);
  expect([...recordsOf(me.plan).keys()]).not.toContain(ink);
});

test('[L22] who may not write the plan locks nothing, and neither moves, deletes nor unlocks what is', () => {
  const me = aHand({ plan: false });
  const locked = addNoteTo(me.plan, { text: 'Fast', zone: TODAY });
  const free = addNote(me.hand, { group: { zone: TODAY.id }, text: 'Løs' }) as RecordId;
  const done = [
    lockRecords(me.hand, [free]),
    unlockRecords(me.hand, [locked]),
    moveNotes(me.hand, [locked], { zone: null }),
    deleteNotes(me.hand, [locked]),
  ];
  expect(done).toEqual([[], [], [], []]);
  // A canvas that tried all the same changes nothing either.
  const shape = me.shape(locked);
  expect(shape?.isLocked).toBe(true);
  if (shape !== null) me.store.put({ ...shape, x: shape.x + 500 });
  me.store.remove(`shape:${locked}`);
  expect([recordsOf(me.plan).has(locked), recordsOf(me.canvas).has(locked)]).toEqual([true, false]);
});
