import { defineConfig } from '@playwright/test';

/** `npm test` finds the browser and says where it is (`tools/browser.ts`). */
const executablePath = process.env['CHROMIUM_PATH'];

/** Without them Chromium asks its maker for updates, lists and accounts while the tests run. */
const QUIET =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: 'results',
  workers: 2,
  // A flaky test is a bug to find: none is tried again.
  retries: 0,
  // A workshop of several browsers on two slow cores takes a minute; what hangs is still found.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: { ...(executablePath !== undefined && { executablePath }), args: QUIET.split(' ') },
  },
});
