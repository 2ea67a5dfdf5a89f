/** Within this time it is done, whatever else the page does. */
const LATEST_MILLIS = 100;

/** Calls back when the page has time. */
export function whenIdle(task: () => void): void {
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: LATEST_MILLIS });
  else setTimeout(task);
}
