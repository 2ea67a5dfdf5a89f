/**
 * tldraw's interface in our languages. It knows one Norwegian, `no`, and that incompletely: ours are whole, and stand in its
 * place, bokmål or nynorsk after the person's language. They are there before the canvas is: tldraw would show English until it
 * had fetched them, and for good where the network fails it.
 */
import type { Locale } from '@samtavla/templates';
import { useEffect, useState } from 'react';
import { currentLocale } from '../../i18n/locale.ts';

export type Translations = Readonly<Record<string, string>>;

const TRANSLATIONS: Readonly<Record<Locale, () => Promise<Translations>>> = {
  nb: () => import('../translations/nb.json').then((module) => module.default),
  nn: () => import('../translations/nn.json').then((module) => module.default),
  en: () => Promise.resolve({}),
};

const loaded = new Map<Locale, Translations>();

async function translationsIn(locale: Locale): Promise<Translations> {
  const translations = loaded.get(locale) ?? (await TRANSLATIONS[locale]());
  loaded.set(locale, translations);
  return translations;
}

// They come with the canvas. What fails now is fetched again when it is needed.
translationsIn(currentLocale()).catch(() => null);

/** Null until they are there. Throws when they cannot be fetched. */
export function useTranslations(locale: Locale): Translations | null {
  const [fetched, setFetched] = useState<{ readonly locale: Locale; readonly error?: Error } | null>(null);
  useEffect(() => {
    translationsIn(locale).then(
      () => setFetched({ locale }),
      (error: Error) => setFetched({ locale, error }),
    );
  }, [locale]);
  if (fetched?.locale === locale && fetched.error !== undefined) throw fetched.error;
  return loaded.get(locale) ?? null;
}

export const tldrawLocale = (locale: Locale): string => (locale === 'en' ? 'en' : 'no');

/** tldraw fetches its translations all the same: these are none, and ask nobody. */
const NOTHING = 'data:application/json,{}';
export const NO_TRANSLATION_FILES: Readonly<Record<string, string>> = { en: NOTHING, no: NOTHING };
