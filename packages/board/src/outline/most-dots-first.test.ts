import { addNote as addNoteTo, addTheme, readNotes, type RecordId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { TODAY } from './a-board.ts';
import { aHand } from './a-hand.ts';
import { layInOrder } from './commands.ts';
import { followOutline, readOutline } from './follow-outline.ts';
import { lockRecords } from './locking.ts';
import { mostDotsFirst } from './most-dots-first.ts';

function aBoard() {
  const { plan, canvas, hand } = aHand();
  const theme = addTheme(canvas, { title: 'Plass', zone: TODAY, at: [20, 700] });
  const [a, b, c] = ['a', 'b', 'c'].map((text, place) =>
    addNoteTo(canvas, { text, zone: TODAY, at: [20 + 220 * place, 100] }),
  ) as [RecordId, RecordId, RecordId];
  const [d, e] = ['d', 'e'].map((text, place) =>
    addNoteTo(canvas, { text, zone: TODAY, theme, at: [20, 800 + 220 * place] }),
  ) as [RecordId, RecordId];
  const listed = () => {
    const group = readOutline({ plan, canvas }).zones.find(({ zone }) => zone?.id === TODAY.id);
    return [group?.notes, group?.themes[0]?.notes].map((notes) => notes?.map(({ text }) => text).join(''));
  };
  return { plan, canvas, hand, listed, a, b, c, d, e };
}

test('[U73] what has most dots is listed first where it stands, a theme’s notes too; the rest stays as it was', () => {
  const { plan, canvas, c, e } = aBoard();
  const sorted = mostDotsFirst(
    followOutline({ plan, canvas }).get(),
    new Map([
      [c, 2],
      [e, 1],
    ]),
  );
  const group = sorted.zones.find(({ zone }) => zone?.id === TODAY.id);
  expect(group?.notes.map(({ text }) => text)).toEqual(['c', 'a', 'b']);
  expect(group?.themes[0]?.notes.map(({ text }) => text)).toEqual(['e', 'd']);
});

test('[U73] notes are laid in an order where each is listed, in one step; what is locked stays where it is', () => {
  const { canvas, plan, hand, listed, a, c, e } = aBoard();
  lockRecords(hand, [a]);
  const lay = () => readNotes(plan).map(({ at }) => at);
  const [before, lockedAt] = [listed(), lay()];
  layInOrder(hand, [c, e]);
  expect(listed().map((texts) => texts?.replace('a', ''))).toEqual(['cb', 'ed']);
  expect([lay(), readNotes(canvas).length]).toEqual([lockedAt, 4]);
  expect(before).toEqual(['abc', 'de']);
  const now = listed();
  layInOrder(hand, ['gone' as RecordId]);
  expect(listed()).toEqual(now);
});
