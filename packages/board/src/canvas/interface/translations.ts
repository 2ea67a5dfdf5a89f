/**
 * tldraw's interface in our languages. It knows one Norwegian, `no`, and that incompletely: ours are whole, and stand in its
 * place, bokmål or nynorsk after the person's language.
 */
import type { Locale } from '@samtavla/templates';
import nb from '../translations/nb.json?url';
import nn from '../translations/nn.json?url';

export const tldrawLocale = (locale: Locale): string => (locale === 'en' ? 'en' : 'no');

export const translationUrls = (locale: Locale): Record<string, string> => ({
  // tldraw asks for `en` first, whatever the language, and reads nothing from it.
  en: nb,
  no: locale === 'nn' ? nn : nb,
});
