import { addRecord, atOf, fragmentOf, recordsOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { groupsOf, largeBoard, lettersIn, others, type Papers } from './a-board.ts';
import { followOutline } from './follow-outline.ts';

const id = (name: string) => name as RecordId;

describe('a change among 5 000 notes', () => {
  /** The records that anything was asked of while something is done. Nobody walks through all there are. */
  function asked(board: Papers, change: () => void): Set<unknown> {
    const records = new Set<unknown>();
    const roots = new Set<unknown>([recordsOf(board.plan), recordsOf(board.canvas)]);
    const get = Reflect.get(Y.Map.prototype, 'get') as (this: Y.Map<unknown>, key: string) => unknown;
    const entries = Reflect.get(Y.Map.prototype, 'entries') as (this: Y.Map<unknown>) => MapIterator<[string, unknown]>;
    const spies = [
      vi.spyOn(Y.Map.prototype, 'get').mockImplementation(function spied(this: Y.Map<unknown>, key) {
        if (!roots.has(this)) records.add(this);
        return get.call(this, key);
      }),
      vi.spyOn(Y.Map.prototype, 'entries').mockImplementation(function spied(this: Y.Map<unknown>) {
        expect(roots.has(this)).toBe(false);
        records.add(this);
        return entries.call(this);
      }),
      ...(['keys', 'values', 'forEach', 'toJSON'] as const).map((walk) =>
        vi.spyOn(Y.Map.prototype, walk).mockImplementation(() => expect.unreachable(walk)),
      ),
    ];
    change();
    for (const spy of spies) spy.mockRestore();
    return records;
  }
  const large = largeBoard(5000);
  const outline = followOutline(large);
  const note = (place: number) => recordsOf(large.canvas).get(large.notes[place] ?? '') as RecordMap;

  test('[U54] reads the one record, and every group that it does not touch is the same object', () => {
    const before = groupsOf(outline.get());
    const changes: [string, () => void][] = [
      ['typed', () => lettersIn(fragmentOf(note(7))).insert(0, 'x')],
      ['moved', () => note(1234).set('at', atOf([40, 300, 0], { zone: 'zone-1' }))],
      ['recoloured', () => note(4999).set('colour', 'pink')],
      ['deleted', () => recordsOf(large.canvas).delete(large.notes[77] ?? '')],
    ];
    for (const [what, change] of changes) {
      expect([what, asked(large, change).size]).toEqual([what, what === 'deleted' ? 0 : 1]);
    }
    const after = groupsOf(outline.get());
    expect(others(before.zones, after.zones).size).toBeLessThanOrEqual(4);
    expect(others(before.themes, after.themes).size).toBeLessThanOrEqual(4);
    expect(after.themes.size).toBe(128);
  });

  test('[U54] a zone that is moved is one record read, and no note is another object', () => {
    const before = groupsOf(outline.get());
    const zone = recordsOf(large.plan).get('zone-2') as RecordMap;
    expect(asked(large, () => zone.set('at', atOf([100_000, 0, 0]))).size).toBe(1);
    const after = groupsOf(outline.get());
    expect(others(before.zones, after.zones)).toEqual(new Set(['zone-2']));
    expect(after.zones.get(id('zone-2'))?.notes).toBe(before.zones.get(id('zone-2'))?.notes);
  });

  test('[U54] what is not of the outline changes nothing in it', () => {
    const before = outline.get();
    expect(asked(large, () => note(9).set('opacity', 0.5)).size).toBe(1);
    large.plan.getMap('about').set('title', 'Ny tittel');
    addRecord(large.canvas, id('strek'), { kind: 'binding', type: 'arrow', from: 'a', to: 'b' });
    expect(outline.get()).toBe(before);
  });
});
