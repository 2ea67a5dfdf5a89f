import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
/** No window, no card, nothing that talks to its maker; and no page that is slowed down because another one is in front. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];

/** The browser that the browser tests take. */
export async function openBrowser(): Promise<Browser> {
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, 'tools/browser.ts')], { encoding: 'utf8' });
  const [, executablePath] = /^(.+) \(.+\)$/.exec(stdout.trim()) ?? [];
  if (status !== 0 || executablePath === undefined) throw new Error(stdout.trim());
  return chromium.launch({ executablePath, args: FLAGS });
}
