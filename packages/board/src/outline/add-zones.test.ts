import { addRecord, addZone, atOf, readZones, type RecordId } from '@samtavla/protocol';
import { templateById, type Box, type Template } from '@samtavla/templates';
import { expect, test } from 'vitest';
import { aHand } from './a-hand.ts';
import { DESIRED, put, TODAY, zoneCalled } from './a-board.ts';
import { addZones } from './add-zones.ts';

const { zones } = templateById('gjort-laert-lurt') as Template;
const apart = (a: Box, b: Box): boolean => a.x >= b.x + b.w || b.x >= a.x + a.w || a.y >= b.y + b.h || b.y >= a.y + a.h;

test('[U76] a template’s zones come beside what is there, as they stand to each other, last in reading order', () => {
  const { hand, plan, history } = aHand();
  const added = addZones(hand, zones, 'nn');
  const all = readZones(plan);
  expect(all.map(({ title }) => title)).toEqual(['today', 'desired', 'Gjort', 'Lært', 'Lurt']);
  expect(all.slice(2).map(({ id }) => id)).toEqual(added);
  const [first, second] = all.slice(2);
  const [asWritten, asWrittenNext] = zones;
  expect((second?.box.x ?? 0) - (first?.box.x ?? 0)).toBe((asWrittenNext?.box.x ?? 0) - (asWritten?.box.x ?? 0));
  for (const one of all.slice(2)) for (const old of [TODAY, DESIRED]) expect(apart(one.box, old.box)).toBe(true);
  history.undo();
  expect(readZones(plan)).toHaveLength(2);
});

test('[U76] also beside notes and drawings that stand outside every zone, or hang out of one', () => {
  const { hand, canvas, plan } = aHand();
  put({ plan, canvas }, 'langt ute', { at: atOf([5000, 0, 0]) });
  put({ plan, canvas }, 'henger', { at: atOf([4900, 0, 0], { zone: DESIRED.id }) });
  addRecord(canvas, 'bilde' as RecordId, {
    kind: 'shape',
    type: 'image',
    at: atOf([5000, 300, 0]),
    'p.w': 1500,
    'p.h': 900,
  });
  addZones(hand, zones, 'nb');
  expect(
    Math.min(
      ...readZones(plan)
        .slice(2)
        .map(({ box }) => box.x),
    ),
  ).toBeGreaterThan(6500);
});

test('[U76] on an empty board they stand where the template has them; for who may not lead nothing is added', () => {
  const empty = aHand({}, []);
  addZones(empty.hand, zones, 'nb');
  expect(readZones(empty.plan).map(({ box }) => box)).toEqual(zones.map(({ box }) => box));
  const guest = aHand({ plan: false });
  expect(addZones(guest.hand, zones, 'nb')).toEqual([]);
  addZone(guest.plan, zoneCalled('later', 2));
  expect(readZones(guest.plan)).toHaveLength(3);
});
