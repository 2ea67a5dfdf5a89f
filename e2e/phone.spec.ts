/** Taking part by phone: the list first, one field to write in, and the canvas a press away. */
import type { Page } from '@playwright/test';
import { onBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';
import { lineOf } from './support/line.ts';

/** From the link to the field to write in. */
async function joinByPhone(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Hva heter du?').fill(name);
  await page.getByRole('button', { name: 'Bli med' }).tap();
  await expect(fieldIn(page)).toBeVisible();
}

const fieldIn = (page: Page, zone = '') => page.getByRole('textbox', { name: `Skriv en lapp i «${zone}` });
const notesIn = (page: Page, zone: string) => page.getByRole('region', { name: zone }).getByRole('listitem');

const BUDGET = { script: 150_000, stylesAndFonts: 60_000 };

test('[E76] from the link to the first note a phone loads what the budget allows, and nothing of the canvas', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  const page = await newPerson(PHONE);
  const loaded = new Map<string, number>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css|woff2)$/.test(pathname)) loaded.set(pathname, Number(response.headers()['content-length']));
  });
  await joinByPhone(page, links.participant, 'Kari');
  await fieldIn(page).fill('Fra bakerste rad');
  await page.keyboard.press('Enter');
  await expect(ola.note('Fra bakerste rad')).toContainText('Kari');
  const bytes = (what: RegExp) => [...loaded].reduce((sum, [path, length]) => sum + (what.test(path) ? length : 0), 0);
  expect(bytes(/\.js$/)).toBeGreaterThan(50_000);
  console.info(`${bytes(/\.js$/)} bytes of script`);
  expect(bytes(/\.js$/)).toBeLessThanOrEqual(BUDGET.script);
  expect(bytes(/\.(css|woff2)$/)).toBeGreaterThan(20_000);
  expect(bytes(/\.(css|woff2)$/)).toBeLessThanOrEqual(BUDGET.stylesAndFonts);
  expect([...loaded.keys()].filter((path) => path.includes('canvas'))).toEqual([]);

  await page.getByRole('button', { name: 'Lerret', exact: true }).tap();
  await expect((await onBoard(page)).note('Fra bakerste rad')).toBeVisible();
  expect([...loaded.keys()].some((path) => path.includes('canvas'))).toBe(true);
  await page.reload();
  await onBoard(page);
});

test('[E77] a workshop’s round by touch: write in several zones, edit, gather, move, delete and undo', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  const page = await newPerson(PHONE);
  await joinByPhone(page, links.participant, 'Kari');
  await page.getByText('I dag', { exact: true }).first().tap();
  await expect(page.getByText('Hvordan ser det ut i dag?').first()).toBeVisible();
  await fieldIn(page, 'I dag').tap();
  for (const text of ['For få rom', 'Mange venter', 'Gode lærere']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('Lagt til i I dag')).toBeVisible();
  await expect(fieldIn(page, 'I dag')).toBeFocused();
  await page.getByRole('button', { name: 'Skriv en lapp i «Ønsket situasjon»' }).tap();
  await expect(fieldIn(page, 'Ønsket situasjon')).toBeFocused();
  await expect(fieldIn(page, 'Ønsket situasjon')).toBeInViewport();
  await page.keyboard.type('Rom til alle');
  await page.getByRole('button', { name: 'Legg til' }).tap();
  await expect(ola.note('Rom til alle')).toContainText('Kari');
  await expect(ola.note('Gode lærere')).toBeAttached();

  await page.getByRole('button', { name: 'Rediger «Mange venter»' }).tap();
  await page.keyboard.type(' på plass');
  await page.getByRole('button', { name: 'Ferdig' }).tap();
  await expect(ola.note('Mange venter på plass')).toBeAttached();
  const today = page.getByRole('region', { name: 'I dag' });
  await today.getByRole('button', { name: 'Nytt tema' }).tap();
  await page.keyboard.type('Plass');
  await today.getByRole('button', { name: 'Lag temaet' }).tap();
  await today.getByRole('button', { name: 'Flytt «For få rom»' }).tap();
  await page.getByRole('button', { name: 'I dag: Plass' }).tap();
  await today.getByRole('button', { name: 'Slett «Gode lærere»' }).tap();
  await expect(ola.note('Gode lærere')).toHaveCount(0);
  await page.getByRole('button', { name: 'Angre' }).tap();
  await expect(ola.note('Gode lærere')).toBeAttached();
  await page.getByRole('heading', { name: 'Lurt å ta med videre' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Skriv en lapp', exact: true }).tap();
  await expect(fieldIn(page)).toBeFocused();
});

test('[E78] half an hour without network on a phone, the tab closed and opened again: nothing is lost, nothing doubled', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { board, links } = await makeBoard();
  const first = await newPerson(PHONE);
  const context = first.context();
  const line = await lineOf(context);
  await first.clock.install();
  await joinByPhone(first, links.participant, 'Kari');
  const ola = await join(links.participant, 'Ola');
  const write = async (page: Page, text: string) => {
    await fieldIn(page, 'Begrunnelse').fill(text);
    await page.keyboard.press('Enter');
    await expect(notesIn(page, 'Begrunnelse').filter({ hasText: text })).toHaveCount(1);
  };
  await write(first, 'Mens alt er bra');
  await expect(first.locator('.saved')).toHaveAttribute('data-state', 'saved');
  line.cut();
  await write(first, 'Uten nett, først');
  await first.clock.fastForward('15:00');
  await write(first, 'Uten nett, så');
  await fieldIn(first, 'Begrunnelse').fill('Halvt skrevet');
  await expect(first.locator('.saved')).toHaveAttribute('data-state', 'offline-device');
  await first.close();

  const second = await context.newPage();
  await second.clock.install();
  await second.goto(new URL(`/t/${board.id}`, links.participant).href);
  await expect(fieldIn(second, 'Begrunnelse')).toHaveValue('Halvt skrevet');
  await expect(notesIn(second, 'Begrunnelse')).toHaveCount(3);
  await second.clock.fastForward('15:00');
  await ola.writeIn('I dag', 'Imens');
  line.mend();
  // It tries again by itself; how long it waits is told elsewhere.
  await second.clock.fastForward('00:10');
  await expect(second.locator('.saved')).toHaveAttribute('data-state', 'saved', { timeout: 40_000 });
  await expect(notesIn(second, 'I dag')).toHaveText([/Imens/]);
  await expect(notesIn(second, 'Begrunnelse')).toHaveText([/Mens alt er bra/, /Uten nett, først/, /Uten nett, så/]);
  for (const text of ['Mens alt er bra', 'Uten nett, først', 'Uten nett, så'])
    await expect(ola.note(text)).toHaveCount(1);
});

test('[E79] where the browser keeps nothing at all, a phone writes all the same', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  const page = await newPerson(PHONE);
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, { get: refuse });
    Object.defineProperty(navigator, 'serviceWorker', { value: undefined });
  });
  await joinByPhone(page, links.participant, 'Kari');
  await fieldIn(page).fill('Fra et strengt vindu');
  await page.getByRole('button', { name: 'Legg til' }).tap();
  await expect(ola.note('Fra et strengt vindu')).toContainText('Kari');
  await fieldIn(page, 'Begrunnelse').fill('Halvt');
  await page.getByText('I dag', { exact: true }).first().tap();
  await page.getByText('Begrunnelse', { exact: true }).first().tap();
  await expect(fieldIn(page, 'Begrunnelse')).toHaveValue('Halvt');
});

test('[E49] what was done on the canvas is taken back in the list, and the other way', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  await kari.writeIn('I dag', 'Fra tavla');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await page.getByLabel('Skriv en lapp i «I dag»').fill('Fra lista');
  await page.keyboard.press('Enter');
  await expect(notesIn(page, 'I dag')).toHaveCount(2);
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(notesIn(page, 'I dag')).toHaveText([/Fra tavla/]);
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('region', { name: 'I dag' })).not.toContainText('Fra tavla');
  await page.getByRole('button', { name: 'Gjør om' }).click();
  await page.getByRole('button', { name: 'Gjør om' }).click();
  await expect(notesIn(page, 'I dag')).toHaveCount(2);
  await page.getByRole('button', { name: 'Lerret', exact: true }).click();
  await onBoard(page);
  await expect(kari.note('Fra lista')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(kari.note('Fra lista')).toHaveCount(0);
});
