/** What is wrong with the catalogues of messages, as sentences. Paraglide itself falls back to bokmål without a word. */
import { LOCALES, type Locale } from '@samtavla/templates';

/** A text, or a list of variants by plural, as inlang's message format writes them. */
export type Catalogue = Readonly<Record<string, unknown>>;
export type Catalogues = Readonly<Record<Locale, Catalogue>>;

/** Two languages, and the keys whose texts are the same in both and are meant to be. */
export type MeantEquals = readonly { readonly locales: readonly [Locale, Locale]; readonly keys: readonly string[] }[];

export function missingMessages(catalogues: Catalogues): string[] {
  const keys = new Set(LOCALES.flatMap((locale) => Object.keys(catalogues[locale])));
  return [...keys].flatMap((key) =>
    LOCALES.filter((locale) => isEmpty(catalogues[locale][key])).map((locale) => `${key} has no text in ${locale}`),
  );
}

/** Both ways: an equal that is not listed, and a listed one that is none. */
export function unmeantEquals(catalogues: Catalogues, meant: MeantEquals): string[] {
  return meant.flatMap(({ locales: [one, other], keys }) => {
    const equal = Object.keys(catalogues[one]).filter(
      (key) => textOf(catalogues[one][key]) === textOf(catalogues[other][key]),
    );
    return [
      ...equal.filter((key) => !keys.includes(key)).map((key) => `${key} is the same in ${one} and ${other}`),
      ...keys.filter((key) => !equal.includes(key)).map((key) => `${key} is not the same in ${one} and ${other}`),
    ];
  });
}

/** A placeholder that one language has and another has not. */
export function unequalPlaceholders(catalogues: Catalogues): string[] {
  return Object.keys(catalogues.nb).filter((key) => {
    const [first, ...others] = LOCALES.map((locale) => placeholdersIn(catalogues[locale][key]));
    return others.some((other) => other !== first);
  });
}

const isEmpty = (message: unknown): boolean => message === undefined || message === '';

const textOf = (message: unknown): string => JSON.stringify(message);

function placeholdersIn(message: unknown): string {
  const names = [...textOf(message).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  return [...new Set(names)].toSorted((a = '', b = '') => a.localeCompare(b)).join(' ');
}
