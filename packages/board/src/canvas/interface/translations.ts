/**
 * tldraw's interface in our languages. It knows one Norwegian, `no`, and that incompletely: ours are whole, and stand in its
 * place, bokmål or nynorsk after the person's language. They are there before the canvas is: tldraw would show English until it
 * had fetched them, and for good where the network fails it.
 */
import type { Locale } from '@samtavla/templates';

export type Translations = Readonly<Record<string, string>>;

const TRANSLATIONS: Readonly<Record<Locale, () => Promise<Translations>>> = {
  nb: () => import('../translations/nb.json').then((module) => module.default),
  nn: () => import('../translations/nn.json').then((module) => module.default),
  en: () => Promise.resolve({}),
};

const loaded = new Map<Locale, Promise<Translations>>();

/** The same promise each time, for React's `use`. */
export function translationsIn(locale: Locale): Promise<Translations> {
  const promise = loaded.get(locale) ?? TRANSLATIONS[locale]();
  loaded.set(locale, promise);
  return promise;
}

export const tldrawLocale = (locale: Locale): string => (locale === 'en' ? 'en' : 'no');

/** tldraw fetches its translations all the same: these are none, and ask nobody. */
const NOTHING = 'data:application/json,{}';
export const NO_TRANSLATION_FILES: Readonly<Record<string, string>> = { en: NOTHING, no: NOTHING };
