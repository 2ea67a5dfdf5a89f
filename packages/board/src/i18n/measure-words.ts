import type { MeasureFields, MeasureStatus, PlanFacts } from '@samtavla/protocol';
import type { Locale } from '@samtavla/templates';
import * as m from './generated/messages.js';
import { currentLocale } from './locale.ts';

const STATUS_NAMES: Readonly<Record<MeasureStatus, typeof m.measure_status_idea>> = {
  idea: m.measure_status_idea,
  agreed: m.measure_status_agreed,
  started: m.measure_status_started,
  done: m.measure_status_done,
  dropped: m.measure_status_dropped,
};

export const statusName = (status: MeasureStatus, locale: Locale = currentLocale()): string =>
  STATUS_NAMES[status]({}, { locale });

/** «12. mars 2027», whichever time zone one reads it in. */
export const dayName = (day: string, locale: Locale = currentLocale()): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** Today where one is, as days are written in a measure. */
export function today(now: Date = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A measure that is done or laid aside is late no more. */
export const isLate = ({ due, status }: Pick<MeasureFields, 'due' | 'status'>, day: string): boolean =>
  due !== null && due < day && status !== 'done' && status !== 'dropped';

export type MeasureNames = Pick<PlanFacts, 'levels' | 'sectors' | 'domains'>;

/** A measure's fields, and what it answers. */
export type MeasureSaid = { readonly measure: MeasureFields; readonly answers: readonly unknown[] };

/** What is said of a measure below its words, a line each: who, when, where it belongs, what it weighs, how much it answers. */
export function measureLines(
  { measure, answers }: MeasureSaid,
  { levels, sectors, domains }: MeasureNames,
  locale: Locale = currentLocale(),
): string[] {
  const { owner, due, level, role, domain, effect, effort } = measure;
  const named = (list: MeasureNames['levels'], id: string | null) => list.find((one) => one.id === id)?.name;
  const day = due === null ? null : dayName(due, locale);
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const dueLine = isLate(measure, today()) ? m.measure_overdue : m.measure_due_on;
  return [
    owner,
    day === null ? null : dueLine({ day }, { locale }),
    [named(levels, level), named(domains, domain), named(sectors, role)].filter(Boolean).join(' · '),
    effect === null || effort === null
      ? null
      : m.measure_weighed({ effect: tenths.format(effect), effort: tenths.format(effort) }, { locale }),
    answers.length === 0 ? null : m.measure_answers_count({ count: answers.length }, { locale }),
  ].filter((line) => line !== null && line !== '') as string[];
}

/** «Tiltak · Avtalt» */
export const measureHead = ({ status }: MeasureFields, locale: Locale = currentLocale()): string =>
  `${m.measure({}, { locale })} · ${statusName(status, locale)}`;
