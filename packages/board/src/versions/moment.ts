import type { Millis } from '@samtavla/protocol';
import { currentLocale } from '../i18n/locale.ts';

/** When a version was taken: day and time, in the page's language and where the reader is. */
export const moment = (at: Millis): string =>
  new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(at);
