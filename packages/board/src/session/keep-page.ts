/**
 * Keeps the page itself on this device, so that a board can be opened while the server is down; `public/service-worker.js` does it.
 * Browsers let it be done on https and on this machine alone: elsewhere, and where it is refused, a page has to be open already.
 */
export async function keepPage(): Promise<void> {
  // Typed as always there, and missing on plain http.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (workers === undefined) return;
  try {
    await workers.register('/service-worker.js');
    const { active } = await workers.ready;
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin, and takes none.
    const tell = (loaded: PerformanceEntryList) => active?.postMessage(loaded.map(({ name }) => name));
    // What began to load before the worker was there passes it by, and may end after.
    new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: 'resource', buffered: true });
  } catch {
    // Refused: the page is fetched at every visit.
  }
}
