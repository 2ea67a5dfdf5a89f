import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { installPackages, succeeds } from './debian-package.ts';
import { root } from './sources.ts';

/** What finding a browser needs to know of the machine and may do to it. */
export interface Machine {
  chromiumPath: string | undefined;
  /** The directories of PATH. */
  path: readonly string[];
  /** Whether this is a browser that starts. A package that only points to another one does not. */
  starts: (browser: string) => boolean;
  /** Fetches Playwright's own browser and answers where it is, started or not. */
  download: () => string;
  /** Installs Debian's `chromium`, where that is possible without asking anyone. */
  installPackage: () => void;
}

export type Found = { browser: string; how: string } | { problem: string };

/** Playwright is installed for e2e, not for the tools; this is all they use of it. */
interface Playwright {
  chromium: { executablePath: () => string };
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const places = [
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/** A Chromium for the browser tests: the one named, else one that is here, else one that can be had. */
export function findBrowser(machine: Machine): Found {
  if (machine.chromiumPath) {
    if (machine.starts(machine.chromiumPath)) return { browser: machine.chromiumPath, how: 'named by CHROMIUM_PATH' };
    return { problem: `CHROMIUM_PATH is ${machine.chromiumPath}, and no browser starts from there.` };
  }
  const candidates = [...names.flatMap((name) => machine.path.map((directory) => join(directory, name))), ...places];
  const here = candidates.find(machine.starts);
  if (here) return { browser: here, how: 'on this machine' };

  const downloaded = machine.download();
  if (machine.starts(downloaded)) return { browser: downloaded, how: "Playwright's own" };

  machine.installPackage();
  const installed = candidates.find(machine.starts);
  if (installed) return { browser: installed, how: "Debian's package, installed now" };

  return { problem: 'The browser tests need Chromium or Chrome: install one, or say where it is in CHROMIUM_PATH.' };
}

export const thisMachine: Machine = {
  chromiumPath: process.env['CHROMIUM_PATH'],
  path: (process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
  starts: (browser) => succeeds(browser, '--version'),
  download: () => {
    const e2e = join(root, 'e2e');
    succeeds(join(e2e, 'node_modules/.bin/playwright'), 'install', 'chromium');
    const playwright = createRequire(join(e2e, 'package.json'))('@playwright/test') as Playwright;
    return playwright.chromium.executablePath();
  },
  // Without a font, every text is measured as nothing.
  installPackage: () => installPackages('chromium', 'fonts-liberation'),
};

if (import.meta.main) {
  const found = findBrowser(thisMachine);
  console.log('problem' in found ? found.problem : `${found.browser} (${found.how})`);
  process.exitCode = 'problem' in found ? 1 : 0;
}
