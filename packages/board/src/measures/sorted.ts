/** Measures in the order of a column. Pure. */
import { MEASURE_STATUSES, type NamedChoice } from '@samtavla/protocol';
import type { Locale } from '@samtavla/templates';
import type { ListedMeasure } from './measure-list.ts';

export const SORT_KEYS = ['text', 'owner', 'due', 'status', 'level', 'domain', 'effect', 'effort'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

type Lists = {
  readonly levels: readonly NamedChoice[];
  readonly domains: readonly NamedChoice[];
  readonly locale: Locale;
};

/** What lacks a value comes last; what is level stays in reading order. Lists sort as they are listed, effect with the most first. */
export function sorted(measures: readonly ListedMeasure[], by: SortKey, lists: Lists): ListedMeasure[] {
  const collator = new Intl.Collator(lists.locale);
  const keyOf = ({ text, measure }: ListedMeasure): string | number | null => {
    switch (by) {
      case 'text':
        return text.trim() === '' ? null : text;
      case 'owner':
      case 'due':
        return measure[by];
      case 'status':
        return MEASURE_STATUSES.indexOf(measure.status);
      case 'level':
        return placeIn(lists.levels, measure.level);
      case 'domain':
        return placeIn(lists.domains, measure.domain);
      case 'effect':
        return measure.effect === null ? null : -measure.effect;
      case 'effort':
        return measure.effort;
    }
  };
  return measures.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  });
}

function placeIn(list: readonly NamedChoice[], id: string | null): number | null {
  const place = list.findIndex((one) => one.id === id);
  return place < 0 ? null : place;
}
