import type { Locale } from '@samtavla/templates';
import type { Millis } from '@samtavla/protocol';

const DAY = 24 * 60 * 60 * 1000;

/** «i dag», «i går», «for 3 dager siden»; a date when it is more than a week ago. By calendar days, not by 24 hours. */
export function relativeDay(then: Millis, now: Millis, locale: Locale): string {
  const days = Math.round((startOfDay(now) - startOfDay(then)) / DAY);
  if (days > 7) return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(then);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-Math.max(0, days), 'day');
}

const startOfDay = (at: Millis): number => new Date(at).setHours(0, 0, 0, 0);
