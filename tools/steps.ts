import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findBrowser, thisMachine } from './browser.ts';
import { buildBoard } from './build-board.ts';
import { findRedis, thisMachine as redisMachine } from './redis.ts';
import { run } from './run.ts';
import { read, root } from './sources.ts';
import { type PlaywrightReport, type Tally, tallyPlaywright, tallyVitest, type VitestReport } from './tally.ts';

/** One thing that `npm test` looks at. */
export interface Step {
  name: string;
  run: () => boolean;
  /** How many tests it ran, for a step that runs tests. */
  tally?: () => Tally;
}

const ci = process.env['CI'] === 'true';
const vitestReport = 'tools/dist/vitest.json';
const playwrightReport = 'tools/dist/playwright.json';

/** What a reader could see: `npm run check`. */
export const checks: readonly Step[] = [
  {
    name: 'types',
    run: () => run('node', ['--run', 'i18n'], { cwd: 'packages/board' }) && run('tsc', ['-b']),
  },
  { name: 'format', run: () => run('oxfmt', ['--check']) },
  { name: 'lint', run: () => run('oxlint', []) },
  { name: 'arrows', run: () => run('node', ['tools/check-arrows.ts']) },
  { name: 'unused', run: () => run('knip', []) },
];

/** What only running it shows. */
export const tests: readonly Step[] = [
  {
    name: 'unit',
    run: unitTests,
    tally: () => tallyVitest(JSON.parse(read(vitestReport)) as VitestReport),
  },
  { name: 'board', run: buildBoard },
  {
    name: 'browser',
    run: browserTests,
    tally: () => tallyPlaywright(JSON.parse(read(playwrightReport)) as PlaywrightReport),
  },
];

/** Without a Redis, those that need one say that they were skipped: not in CI, where that is a failure. */
function unitTests(): boolean {
  const report = fresh(vitestReport);
  const found = findRedis(redisMachine);
  console.log('problem' in found ? found.problem : `With ${found.redis} (${found.how})`);
  if ('problem' in found && ci) return false;
  return run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], {
    env: 'problem' in found ? {} : { REDIS_SERVER: found.redis },
  });
}

function browserTests(): boolean {
  const report = fresh(playwrightReport);
  const found = findBrowser(thisMachine);
  if ('problem' in found) {
    console.error(found.problem);
    return false;
  }
  console.log(`In ${found.browser} (${found.how})`);
  return run('node_modules/.bin/playwright', ['test', '--reporter=list,json', ...(ci ? ['--forbid-only'] : [])], {
    cwd: 'e2e',
    env: { CHROMIUM_PATH: found.browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  });
}

/** The absolute path of a report, with no older one there to be taken for it. */
function fresh(report: string): string {
  const path = join(root, report);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  return path;
}
