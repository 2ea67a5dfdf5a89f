import type { Millis } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { fromLocalTime, suggestedEnd, toLocalTime } from './local-time.ts';

test('[U45] a time goes into its field and comes out the same, in summer and in winter', () => {
  for (const text of ['2026-01-15T09:05', '2026-07-15T23:59', '2027-12-31T00:00'])
    expect(toLocalTime(fromLocalTime(text) ?? (0 as Millis))).toBe(text);
  for (const text of ['', '2026-01-15', 'i morgen']) expect(fromLocalTime(text)).toBeNull();
});

test('[U45] the end that is suggested is a week ahead, over a change of the clocks too', () => {
  for (const day of ['2026-03-25T10:00', '2026-10-20T18:30']) {
    const at = fromLocalTime(day) ?? (0 as Millis);
    const days = new Date(at).getDate() + 7;
    expect(toLocalTime(suggestedEnd(at)).slice(11)).toBe('16:00');
    expect(new Date(suggestedEnd(at)).getDate()).toBe(
      new Date(new Date(at).getFullYear(), new Date(at).getMonth(), days).getDate(),
    );
  }
});
