import { expect, test } from 'vitest';
import { findBrowser, type Machine } from './browser.ts';

const downloaded = '/cache/chromium/chrome';

/** A machine with these browsers, and what can be had there; notes what was done to it. */
function machine(browsers: string[], { chromiumPath = '', online = false, apt = false } = {}) {
  const here = new Set(browsers);
  const done: string[] = [];
  const asked: Machine = {
    chromiumPath,
    path: ['/usr/local/bin', '/usr/bin'],
    starts: (browser) => here.has(browser),
    download: () => {
      done.push('download');
      if (online) here.add(downloaded);
      return downloaded;
    },
    installPackage: () => {
      done.push('install');
      if (apt) here.add('/usr/bin/chromium');
    },
  };
  return { asked, done };
}

test('the browser that is named is taken before all others', () => {
  const { asked, done } = machine(['/opt/mine', '/usr/bin/chromium'], { chromiumPath: '/opt/mine' });
  expect(findBrowser(asked)).toEqual({ browser: '/opt/mine', how: 'named by CHROMIUM_PATH' });
  expect(done).toEqual([]);
});

test('a named browser that does not start is a mistake to tell, not to work around', () => {
  const { asked, done } = machine(['/usr/bin/chromium'], { chromiumPath: '/opt/mine' });
  expect(findBrowser(asked)).toEqual({ problem: 'CHROMIUM_PATH is /opt/mine, and no browser starts from there.' });
  expect(done).toEqual([]);
});

test.each([
  ['/usr/bin/chromium'],
  ['/usr/local/bin/google-chrome'],
  ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
])('a browser that is here is taken: %s', (browser) => {
  const { asked, done } = machine([browser]);
  expect(findBrowser(asked)).toEqual({ browser, how: 'on this machine' });
  expect(done).toEqual([]);
});

test("without one, Playwright's own is fetched", () => {
  const { asked, done } = machine([], { online: true, apt: true });
  expect(findBrowser(asked)).toEqual({ browser: downloaded, how: "Playwright's own" });
  expect(done).toEqual(['download']);
});

test("where that cannot be fetched or does not start, Debian's is installed", () => {
  const { asked, done } = machine([], { apt: true });
  expect(findBrowser(asked)).toEqual({ browser: '/usr/bin/chromium', how: "Debian's package, installed now" });
  expect(done).toEqual(['download', 'install']);
});

test('and else the person is told what to do', () => {
  expect(findBrowser(machine([]).asked)).toEqual({ problem: expect.stringContaining('CHROMIUM_PATH') });
});
