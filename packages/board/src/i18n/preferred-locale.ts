import type { Locale } from '@samtavla/templates';

/**
 * Which of our languages fits a browser's list (`navigator.languages`, most wanted first). `no` is what many browsers call
 * bokmål. Danes and Swedes read bokmål with less effort than English; all others get English, and who says nothing bokmål.
 */
const BY_LANGUAGE: Readonly<Record<string, Locale>> = { nb: 'nb', no: 'nb', nn: 'nn', da: 'nb', sv: 'nb', en: 'en' };

export function preferredLocale(languages: readonly string[]): Locale {
  for (const tag of languages) {
    const locale = BY_LANGUAGE[tag.toLowerCase().split('-')[0] ?? ''];
    if (locale !== undefined) return locale;
  }
  return languages.length === 0 ? 'nb' : 'en';
}
