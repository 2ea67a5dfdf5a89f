/**
 * The clipboard where the browser has one to offer, and on a local network's plain http, where it has none and the copy goes by
 * the browser's own events.
 */
import { chromium, type Page } from '@playwright/test';
import { openBoard } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';

const HOST = 'tavle.test';
const ADDRESSES = ['localhost', 'plain http'] as const;

/** What another program would have put on the clipboard. */
async function copyElsewhere(page: Page, text: string): Promise<void> {
  const elsewhere = await page.context().newPage();
  await elsewhere.setContent('<textarea></textarea>');
  await elsewhere.locator('textarea').fill(text);
  await elsewhere.keyboard.press('Control+a');
  await elsewhere.keyboard.press('Control+c');
  await elsewhere.close();
  await page.bringToFront();
}

for (const address of ADDRESSES) {
  test(`[E18] on ${address} notes are copied, cut, pasted and duplicated, and text comes in from outside`, async ({
    launchOptions,
    server,
    makeBoard,
  }) => {
    const rules = `--host-resolver-rules=MAP ${HOST} 127.0.0.1:${server.port}`;
    const browser = await chromium.launch({ ...launchOptions, args: [...(launchOptions.args ?? []), rules] });
    try {
      const { links } = await makeBoard();
      const origin = address === 'localhost' ? server.origin : `http://${HOST}`;
      const join = async (link: string, name: string) => {
        const permissions = ['clipboard-read', 'clipboard-write'];
        const context = await browser.newContext({ locale: 'nb-NO', permissions });
        return openBoard(await context.newPage(), link.replace(server.origin, origin), { name });
      };
      const kari = await join(links.facilitator, 'Kari');
      const ola = await join(links.participant, 'Ola');
      const { page } = kari;
      // A browser lets the page in front at its clipboard, and no other.
      await page.bringToFront();
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      expect(await page.evaluate(() => isSecureContext)).toBe(address === 'localhost');

      /** The clipboard itself is written to after the key's event is over; where it is missing, nothing can be asked. */
      const holds = async (text: string) => {
        if (address !== 'localhost') return;
        await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(text);
      };
      const notes = (count: number) =>
        Promise.all([kari, ola].map(({ note }) => expect(note('torsdag')).toHaveCount(count)));

      const song = 'Øving «A & B» <på  torsdag> 🎵';
      await kari.writeIn('I dag', song);
      // When the writing is over, what one came from has the focus again, and nothing is selected.
      await expect(page.getByRole('button', { name: 'Skriv en lapp i «I dag»' })).toBeFocused();
      await kari.note(song).click();
      await page.keyboard.press('Control+c');
      await holds(song);
      await page.keyboard.press('Control+v');
      await notes(2);
      await expect(ola.note(song)).toHaveCount(2);

      // What was pasted is selected. Something else on the clipboard shows that it is the cut that is pasted.
      await copyElsewhere(page, 'Noe annet');
      await page.keyboard.press('Control+x');
      await notes(1);
      await holds(song);
      await page.keyboard.press('Control+z');
      await notes(2);
      await page.keyboard.press('Control+Shift+z');
      await notes(1);
      await page.keyboard.press('Control+v');
      await notes(2);
      await page.keyboard.press('Control+d');
      await notes(3);

      const choose = async (item: RegExp) => {
        await copyElsewhere(page, 'Noe annet');
        // The copies lie over each other: any of them will do.
        await kari.note(song).first().click({ button: 'right', force: true });
        await page.getByRole('menuitem', { name: item }).click();
        await holds(song);
      };
      await choose(/^Kopier(?! som)/);
      await page.keyboard.press('Control+v');
      await notes(4);
      await choose(/^Klipp ut/);
      await notes(3);
      await page.keyboard.press('Control+v');
      await notes(4);

      await page.keyboard.press('Enter');
      await page.locator('.note [contenteditable]:focus').waitFor();
      await page.keyboard.type(' kopi');
      await page.keyboard.press('Escape');
      for (const { note } of [kari, ola]) {
        await expect(note('torsdag').filter({ hasText: 'kopi' })).toHaveCount(1);
        await expect(note('torsdag').filter({ hasNotText: 'kopi' })).toHaveCount(3);
      }

      await copyElsewhere(page, 'Fra et referat');
      await page.keyboard.press('Control+v');
      for (const { note } of [kari, ola]) await expect(note('Fra et referat')).toBeVisible();
      expect(errors).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
