/** What a person does on a board, by what they see. */
import { expect, type Locator, type Page } from '@playwright/test';

export type BoardPage = {
  readonly page: Page;
  readonly note: (text: string) => Locator;
  readonly writeIn: (zone: string, text: string) => Promise<void>;
  /** Waits until the page says that all is on the server's disk. */
  readonly saved: () => Promise<void>;
};

type Joining = { readonly name?: string | undefined; readonly sector?: string | undefined };

export async function openBoard(page: Page, link: string, { name, sector }: Joining = {}): Promise<BoardPage> {
  await page.goto(link);
  if (name !== undefined) await page.getByLabel('Hva heter du?').fill(name);
  if (sector !== undefined) await page.getByLabel('Hvem er du her som?').selectOption(sector);
  await page.getByRole('button', { name: 'Bli med' }).click();
  return onBoard(page);
}

/** The board that a page shows, once its canvas is there and has everything. A phone opens on the list. */
export async function onBoard(page: Page): Promise<BoardPage> {
  const canvas = page.locator('.view-choice button').first();
  await canvas.waitFor({ timeout: 30_000 });
  if ((await canvas.getAttribute('aria-pressed')) === 'false') await canvas.click();
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('.tl-canvas .zone-heading').first()).toBeAttached();
  await expect(page.locator('.first-painting')).toHaveCount(0);
  const note = (text: string) => page.locator('.note').filter({ hasText: text });
  return {
    page,
    note,
    async writeIn(zone, text) {
      await page.getByRole('button', { name: `Skriv en lapp i «${zone}»` }).click();
      await page.locator('.note [contenteditable]:focus').waitFor();
      await page.keyboard.type(text);
      await page.keyboard.press('Escape');
      await expect(note(text)).toBeVisible();
    },
    async saved() {
      await expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved', { timeout: 40_000 });
    },
  };
}
