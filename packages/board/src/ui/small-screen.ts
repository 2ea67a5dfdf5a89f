import { useSyncExternalStore } from 'react';

/** A phone, whichever way it is held, and a window as small as one; 400 % of a page of 1 280 pixels too. */
const SMALL = '(max-width: 40rem), (max-height: 30rem) and (pointer: coarse)';

export const isSmallScreen = (): boolean => matchMedia(SMALL).matches;

export const useSmallScreen = (): boolean => useSyncExternalStore(subscribe, isSmallScreen);

function subscribe(listener: () => void): () => void {
  const query = matchMedia(SMALL);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
