/** A server that is slow to say what it has is not waited for longer. */
const PATIENCE_MILLIS = 3_000;

/** Fetches the newest page, by the newest worker: an older one could not know what that needs. Once; whoever asks again asks again. */
export async function reloadPage(): Promise<void> {
  await Promise.race([newestWorker(), new Promise((done) => setTimeout(done, PATIENCE_MILLIS))]);
  location.reload();
}

/** It takes over as soon as it is installed. */
async function newestWorker(): Promise<void> {
  // Typed as always there, and missing on plain http.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const registration = await workers?.getRegistration().catch(() => undefined);
  const updated = await registration?.update().catch(() => undefined);
  const { installing } = updated ?? {};
  if (installing === null || installing === undefined) return;
  await new Promise<void>((done) => {
    installing.addEventListener('statechange', () => {
      if (installing.state === 'activated' || installing.state === 'redundant') done();
    });
  });
}
