/** Rounds of private writing, as writers, the one who leads and those who look on meet them. */
import type { Page } from '@playwright/test';
import { openBoard, type BoardPage } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';
import { centreOf } from './support/pointer.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Fase', exact: true });

/** Everything that reaches a page from when it is opened: frames and answers. */
function recorded(page: Page): () => Promise<string> {
  const parts: Promise<string>[] = [];
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => parts.push(Promise.resolve(payload.toString('latin1')))),
  );
  page.on('response', (response) =>
    parts.push(
      response.body().then(
        (body) => body.toString('latin1'),
        () => '',
      ),
    ),
  );
  return async () => (await Promise.all(parts)).join('\n');
}

/** To the phase in which everybody writes for themselves. */
async function beginRound({ page }: BoardPage): Promise<void> {
  await page.getByRole('button', { name: 'Start: Forankring' }).click();
  await page.getByRole('button', { name: /^Neste: I dag/ }).click();
  await expect(bar(page)).toContainText('Hver skriver for seg');
}

async function joinByPhone(page: Page, link: string, name: string): Promise<Page> {
  await page.goto(link);
  await page.getByLabel('Hva heter du?').fill(name);
  await page.getByRole('button', { name: 'Bli med' }).tap();
  return page;
}

const fieldOn = (page: Page) => page.getByRole('textbox', { name: 'Skriv en lapp i «I dag»' });

async function writeOn(page: Page, text: string): Promise<void> {
  await fieldOn(page).fill(text);
  await page.getByRole('button', { name: 'Legg til' }).tap();
  await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}

test('[E86] each sees their own notes on canvas and list, others only how many write, until all are shown at once', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const pages = [await newPerson(), await newPerson(), await newPerson()] as const;
  const heard = [recorded(pages[0]), recorded(pages[1])];
  const siri = await openBoard(pages[0], links.facilitator, { name: 'Siri' });
  const vera = await openBoard(pages[1], links.viewer, { name: 'Vera' });
  const kari = await openBoard(pages[2], links.participant, { name: 'Kari', sector: 'Skole' });
  const phone = await joinByPhone(await newPerson(PHONE), links.participant, 'Ola');
  await beginRound(siri);

  await kari.writeIn('I dag', 'hemmelig-fra-kari');
  await kari.writeIn('I dag', 'hemmelig-og-min');
  await expect(kari.note('hemmelig-fra-kari')).toContainText('Bare du ser denne');
  await writeOn(phone, 'hemmelig-fra-ola');
  await expect(phone.getByRole('listitem').filter({ hasText: 'hemmelig-fra-ola' })).toContainText('Bare du ser denne');
  await siri.writeIn('I dag', 'Siris egen');
  await expect(siri.note('Siris egen')).toContainText('Bare du ser denne');
  for (const page of [siri.page, vera.page, phone]) await expect(bar(page)).toContainText('3 har skrevet');
  await kari.saved();
  await expect(siri.page.locator('.note')).toHaveCount(1);
  await expect(vera.page.locator('.note')).toHaveCount(0);
  for (const hear of heard) expect(await hear()).not.toContain('hemmelig');

  await kari.note('hemmelig-og-min').click();
  await kari.page.getByRole('button', { name: 'Hold tilbake' }).click();
  await expect(kari.note('hemmelig-og-min')).toContainText('Holdt tilbake');
  await kari.saved();
  await siri.page.getByRole('button', { name: 'Vis fram lappene' }).click();
  for (const board of [siri, vera]) {
    await expect(board.note('hemmelig-fra-kari')).toBeVisible();
    await expect(board.note('hemmelig-fra-ola')).toBeVisible();
    await expect(board.page.locator('.note')).toHaveCount(3);
    await expect(board.page.getByText('Bare du ser denne')).toHaveCount(0);
  }
  await expect(kari.page.locator('.note')).toHaveCount(4);
  await expect(kari.note('hemmelig-fra-kari')).not.toContainText('Bare du ser denne');
  await expect(kari.note('hemmelig-og-min')).toContainText('Holdt tilbake');
  await expect(phone.getByRole('region', { name: 'I dag' }).getByRole('listitem')).toHaveCount(3);
  for (const hear of heard) expect(await hear()).not.toContain('hemmelig-og-min');
  // Let go of long after, it follows.
  await siri.page.getByRole('button', { name: /^Neste: I dag/ }).click();
  await kari.page.getByRole('button', { name: 'Liste', exact: true }).click();
  await kari.page.getByRole('button', { name: 'Hold tilbake «hemmelig-og-min»' }).click();
  await expect(siri.note('hemmelig-og-min')).toBeVisible();
  await expect(kari.page.getByText('Holdt tilbake')).toHaveCount(0);
});

test('[E87] what a phone writes without network is shown when it comes back after the reveal, once, also in a new tab', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const first = await joinByPhone(await newPerson(PHONE), links.participant, 'Ola');
  await beginRound(siri);
  await writeOn(first, 'Før tunnelen');
  await expect(first.locator('.saved')).toHaveAttribute('data-state', 'saved');
  await first.context().setOffline(true);
  await writeOn(first, 'I tunnelen');
  await expect(first.locator('.saved')).toHaveAttribute('data-state', /offline/);
  await siri.page.getByRole('button', { name: 'Vis fram lappene' }).click();
  await expect(siri.note('Før tunnelen')).toBeVisible();
  await first.context().setOffline(false);
  const second = await first.context().newPage();
  await first.close();
  await second.goto(links.participant);
  await expect(siri.note('I tunnelen')).toBeVisible();
  await expect(siri.page.locator('.note')).toHaveCount(2);
  const mine = second.getByRole('region', { name: 'I dag' }).getByRole('listitem');
  await expect(mine).toHaveCount(2);
  await expect(second.getByText('Bare du ser denne')).toHaveCount(0);
  await expect(second.locator('.saved')).toHaveAttribute('data-state', 'saved');
});

test('[E88] while one writes for oneself nobody touches what stands on the canvas, and half a note counts when time is up', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('I dag', 'Sto her før');
  await kari.saved();
  const phone = await joinByPhone(await newPerson(PHONE), links.participant, 'Ola');
  await beginRound(siri);
  await expect(bar(kari.page)).toContainText('Hver skriver for seg');
  await expect(kari.page.getByTestId('tools.draw')).toHaveCount(0);
  const { x, y } = await centreOf(kari.note('Sto her før'));
  const before = await kari.note('Sto her før').boundingBox();
  await kari.page.mouse.move(x, y);
  await kari.page.mouse.down();
  await kari.page.mouse.move(x + 80, y + 40, { steps: 5 });
  await kari.page.mouse.up();
  await kari.page.keyboard.press('Delete');
  await kari.page.keyboard.press('Escape');
  expect(await kari.note('Sto her før').boundingBox()).toEqual(before);
  await kari.writeIn('I dag', 'Ny og egen');
  await kari.page.keyboard.press('Control+z');
  await expect(kari.note('Ny og egen')).toHaveCount(0);
  // What was done before the round is not for now.
  await kari.page.keyboard.press('Control+z');
  await expect(kari.note('Sto her før')).toBeVisible();
  await kari.page.keyboard.press('Control+Shift+z');
  await expect(kari.note('Ny og egen')).toBeVisible();

  await fieldOn(phone).fill('Halvveis i en');
  await siri.page.getByRole('button', { name: 'Steng for skriving' }).click();
  await expect(phone.getByRole('listitem').filter({ hasText: 'Halvveis i en' })).toContainText('Bare du ser denne');
  await expect(bar(phone)).toContainText('Stengt for skriving nå');
  await siri.page.getByRole('button', { name: 'Vis fram lappene' }).click();
  for (const text of ['Halvveis i en', 'Ny og egen', 'Sto her før']) await expect(siri.note(text)).toBeVisible();
  await siri.page.getByRole('button', { name: /^Neste: I dag/ }).click();
  await kari.writeIn('I dag', 'Nå ser alle det');
  await expect(siri.note('Nå ser alle det')).toBeVisible();
});
