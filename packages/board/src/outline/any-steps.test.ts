import { fragmentOf, linesOf, type RecordId } from '@samtavla/protocol';
import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { groupsOf, others, papers, recordIn, sync, type Papers } from './a-board.ts';
import { followOutline, readOutline } from './follow-outline.ts';
import type { Outline, OutlineChange, OutlineZone } from './outline-groups.ts';
import { hands, steps } from './some-hands.ts';

/** An outline as values, with texts that are those of the records as they are now. */
function said(papersOf: Papers, outline: Outline): unknown {
  const text = ({ id: of, fragment }: { id: RecordId; fragment: Y.XmlFragment | null }) => {
    const record = recordIn(papersOf, of);
    expect(fragment).toBe(record === undefined ? null : fragmentOf(record));
    return fragment === null ? null : linesOf(fragment);
  };
  const zone = ({ themes, notes, ...rest }: OutlineZone) => ({
    ...rest,
    themes: themes.map((theme) => ({ ...theme, fragment: text(theme), notes: theme.notes.map(note) })),
    notes: notes.map(note),
  });
  const note = (each: OutlineZone['notes'][number]) => ({ ...each, fragment: text(each) });
  return { ...outline, zones: outline.zones.map(zone), loose: zone(outline.loose) };
}

/** Who listens is told of every group that is another object and, of a change at one blow, of no other; untold, all is the same. */
function expectTold(before: Outline, after: Outline, told: readonly OutlineChange[]): void {
  const [was, is] = [groupsOf(before), groupsOf(after)];
  const saidOf = (kind: 'zones' | 'themes') => new Set(told.flatMap((change) => [...change[kind]]));
  const changed = { zones: others(was.zones, is.zones), themes: others(was.themes, is.themes) };
  expect([...changed.zones].filter((key) => !saidOf('zones').has(key as RecordId))).toEqual([]);
  expect([...changed.themes].filter((key) => !saidOf('themes').has(key))).toEqual([]);
  const atOneBlow = told.slice(0, told.length === 1 ? 1 : 0);
  expect(atOneBlow).toEqual(atOneBlow.map(() => changed));
  expect(after === before).toBe(told.length === 0);
}

test.each(['place', 'time'] as const)('[U54] after whatever happens it is as if read from scratch, by %s', (order) => {
  assert(
    property(steps(40), steps(40), (mine, theirs) => {
      const [a, b] = [papers(), papers([])];
      sync(a, b);
      const outline = followOutline(a, order);
      const people = [hands(a, b, 'a'), hands(b, a, 'b')] as const;
      let told: OutlineChange[] = [];
      outline.subscribe((change) => told.push(change));
      for (let turn = 0; turn < Math.max(mine.length, theirs.length); turn += 1) {
        for (const [who, list] of [mine, theirs].entries()) {
          const step = list[turn];
          if (step === undefined) continue;
          const before = outline.get();
          told = [];
          people[who]?.do(step);
          expect(said(a, outline.get())).toEqual(said(a, readOutline(a, order)));
          expectTold(before, outline.get(), told);
        }
      }
      for (const each of people) each.close();
    }),
    { numRuns: 150 },
  );
});
