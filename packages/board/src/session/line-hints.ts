/**
 * What the browser says of the line: a hint to look sooner, never a verdict. `offline` may be wrong (a server on this machine or
 * in this room needs no internet), and `online` means no more than that a cable is in.
 */
type Page = Pick<Window, 'addEventListener' | 'removeEventListener'> & {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
};

/** Calls back when the line may have changed: a phone leaves its network, finds another, or is taken out of a pocket. */
export function followHints(look: () => void, page: Page | undefined = globalThis.window): () => void {
  if (page === undefined) return () => {};
  const whenShown = () => page.document.visibilityState === 'visible' && look();
  const hints = ['offline', 'online'] as const;
  for (const hint of hints) page.addEventListener(hint, look);
  page.document.addEventListener('visibilitychange', whenShown);
  return () => {
    for (const hint of hints) page.removeEventListener(hint, look);
    page.document.removeEventListener('visibilitychange', whenShown);
  };
}
