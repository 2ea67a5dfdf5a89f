import type { Locale } from '@samtavla/templates';

/** Each language by its own name, so that one finds home from a language one cannot read. */
const NAMES: Readonly<Record<Locale, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

export const languageName = (locale: Locale): string => NAMES[locale];
