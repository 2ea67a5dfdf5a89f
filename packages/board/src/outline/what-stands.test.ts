import { addNote, addRecord, addTheme, atOf, type RecordId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { aHand } from './a-hand.ts';
import { TODAY } from './a-board.ts';
import { whatStands } from './what-stands.ts';

test('[U78] what stands on a board is chosen from by zone: notes and themes one by one, drawings and images as a whole', () => {
  const { plan, canvas } = aHand();
  const theme = addTheme(canvas, { title: 'Rom', at: [0, 200], zone: TODAY });
  addNote(canvas, { text: 'For få rom', zone: TODAY, theme });
  addNote(plan, { text: 'Står fast', zone: TODAY });
  addNote(canvas, { text: 'Uten felt', at: [9000, 9000] });
  for (const [id, type] of [
    ['i', 'image'],
    ['d', 'draw'],
    ['g', 'geo'],
  ] as const)
    addRecord(canvas, id as RecordId, { kind: 'shape', type, at: atOf([0, 0, 0]) });
  const found = whatStands({ plan, canvas });
  expect(
    found.zones.map(({ zone, things }) => [
      zone,
      ...things.map(({ text, isTheme, isLocked }) => `${text} ${isTheme} ${isLocked}`),
    ]),
  ).toEqual([
    ['today', 'Rom true false', 'For få rom false false', 'Står fast false true'],
    [null, 'Uten felt false false'],
  ]);
  expect([found.images, found.drawings]).toEqual([['i'], ['d', 'g']]);
});
