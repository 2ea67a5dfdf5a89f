/** The language of everything we show: the person's choice, else the board's, else the browser's. */
import { LOCALES, type Locale } from '@samtavla/templates';
import { useSyncExternalStore } from 'react';
import { overwriteGetLocale } from './generated/runtime.js';
import { preferredLocale } from './preferred-locale.ts';

const KEY = 'samtavla:locale';

let chosen = storedChoice();
let ofBoard: Locale | null = null;
const listeners = new Set<() => void>();

export const currentLocale = (): Locale => chosen ?? ofBoard ?? preferredLocale(navigator.languages);

overwriteGetLocale(currentLocale);

/** What the person chooses holds everywhere, on this device from now on. */
export function chooseLocale(locale: Locale): void {
  chosen = locale;
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Storage refused: the choice holds as long as the page does.
  }
  tell();
}

/** A board's pages are in its language until the person chooses another; null on the other pages. */
export function setLocaleOfBoard(locale: Locale | null): void {
  ofBoard = locale;
  tell();
}

/** Renders again when the language changes. The app's root calls it, and with it everything below renders again. */
export const useLocale = (): Locale => useSyncExternalStore(subscribe, currentLocale);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

function storedChoice(): Locale | null {
  try {
    const stored = localStorage.getItem(KEY);
    return LOCALES.find((locale) => locale === stored) ?? null;
  } catch {
    return null;
  }
}
