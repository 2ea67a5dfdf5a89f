/** A workshop led through its phases, as facilitators and participants see it. */
import type { Page } from '@playwright/test';
import { openBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';
import { lineOf } from './support/line.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Fase', exact: true });
const clock = (page: Page) => bar(page).getByRole('timer');

async function secondsOn(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (await clock(page).innerText())
    .split(':')
    .map((part) => Number.parseInt(part, 10));
  return minutes * 60 + seconds;
}

/** A participant on a phone, who is shown the list. */
async function joinByPhone(newPerson: (options: typeof PHONE) => Promise<Page>, link: string): Promise<Page> {
  const page = await newPerson(PHONE);
  await page.goto(link);
  await page.getByLabel('Hva heter du?').fill('Ola');
  await page.getByRole('button', { name: 'Bli med' }).click();
  return page;
}

test('[E81] a facilitator leads from phase to phase, and everybody sees which it is, what is asked and the time left', async ({
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const phone = await joinByPhone(newPerson, links.participant);
  const kari = await join(links.participant, 'Kari');
  await expect(bar(kari.page)).toHaveCount(0);
  await expect(bar(siri.page)).toContainText('Ingen fase er i gang');

  await siri.page.getByRole('button', { name: 'Start: Forankring' }).click();
  for (const page of [siri.page, kari.page, phone]) {
    await expect(bar(page)).toContainText('Fase 1 av 10');
    await expect(bar(page)).toContainText('Forankring');
    await expect(clock(page)).toHaveText(/^(20:00|19:\d\d)$/);
  }
  await expect(bar(kari.page)).toContainText('Hvorfor gjør vi dette, og hvem står bak?');
  await expect(bar(kari.page).getByRole('button')).toHaveCount(0);
  // One is to write where the phase is about, and nowhere else.
  await expect(kari.page.getByRole('button', { name: 'Skriv en lapp i «Begrunnelse»' })).toBeVisible();
  await expect(kari.page.getByRole('button', { name: 'Skriv en lapp i «I dag»' })).toHaveCount(0);
  await expect(kari.page.getByText('Stengt nå').first()).toBeVisible();
  await expect(phone.getByRole('textbox', { name: 'Skriv en lapp i «Begrunnelse»' })).toBeVisible();
  await expect(siri.page.getByRole('button', { name: 'Skriv en lapp i «I dag»' })).toBeVisible();

  await siri.page.getByRole('button', { name: 'Sett tiden på pause' }).click();
  await expect(clock(phone)).toContainText('på pause');
  const paused = await secondsOn(siri.page);
  await siri.page.getByRole('button', { name: '+1 minutt' }).click();
  await expect.poll(() => secondsOn(kari.page)).toBe(paused + 60);
  await siri.page.getByRole('button', { name: 'La tiden gå' }).click();
  await expect(clock(phone)).not.toContainText('på pause');

  await siri.page.getByRole('button', { name: /^Neste: I dag/ }).click();
  await expect(bar(phone)).toContainText('Fase 2 av 10');
  await expect(phone.getByRole('textbox', { name: 'Skriv en lapp i «I dag»' })).toBeVisible();
  await expect(phone.locator('.phase-news')).toContainText('Ny fase: I dag: skriv hver for seg.');
  await siri.page.getByRole('button', { name: 'Forrige fase' }).click();
  await expect(bar(kari.page)).toContainText('Fase 1 av 10');
  await siri.page.getByRole('button', { name: 'Faser …' }).click();
  await siri.page.getByRole('button', { name: 'Avslutt fasene' }).click();
  await siri.page.keyboard.press('Escape');
  await expect(bar(kari.page)).toHaveCount(0);
});

test('[E82] phases are changed, added, moved and taken out, by keyboard alone, and the one that runs follows at once', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const kari = await join(links.participant, 'Kari');
  const { page } = siri;
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  await press('Start: Forankring');
  await expect(bar(kari.page)).toContainText('Forankring');
  await press('Faser …');
  await press('Rediger fasen «Forankring»');
  const name = page.getByLabel('Navn på fasen');
  await name.fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'Gi fasen et navn.' })).toBeVisible();
  await name.fill('Hvorfor er vi her?');
  await page.getByLabel('Minutter').fill('femten');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: 'hele minutter' })).toBeVisible();
  await page.getByLabel('Minutter').fill('15');
  await page.getByRole('checkbox', { name: 'Ønsket situasjon' }).focus();
  await page.keyboard.press('Space');
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(bar(kari.page)).toContainText('Hvorfor er vi her?');
  await expect(kari.page.getByRole('button', { name: 'Skriv en lapp i «Ønsket situasjon»' })).toBeVisible();

  await press('Ny fase');
  await name.fill('Kake');
  await page.getByLabel('Minutter').fill('');
  await page.getByLabel('Avstemning i fasen').selectOption('Fem fingre: hvor langt står hver bak noe?');
  await name.focus();
  await page.keyboard.press('Enter');
  const phases = page.getByRole('dialog', { name: 'Faser' }).getByRole('listitem');
  await expect(phases).toHaveCount(11);
  for (let step = 0; step < 9; step += 1) await press('Flytt «Kake» opp');
  await expect(phases.nth(1)).toContainText('Kake');
  await press('Slett fasen «Pause»');
  await expect(phases).toHaveCount(10);
  await press('Gå til «Kake»');
  await page.keyboard.press('Escape');
  await expect(bar(kari.page)).toContainText('Fase 2 av 10');
  await expect(bar(kari.page)).toContainText('Kake');
  await expect(clock(kari.page)).toHaveCount(0);
  await expect(bar(kari.page)).toContainText('Stengt for skriving nå');
  // What belongs to the phase is what one is asked first.
  await press('Avstemning …');
  await expect(page.getByRole('dialog').getByRole('radio', { name: /Fem fingre/ })).toBeChecked();
});

test('[E83] when writing closes, what is half typed counts, in the list’s field and in an open note; then nobody writes but those who lead', async ({
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const kari = await join(links.participant, 'Kari');
  const phone = await joinByPhone(newPerson, links.participant);
  const field = phone.getByRole('textbox', { name: 'Skriv en lapp i «Begrunnelse»' });
  await siri.page.getByRole('button', { name: 'Start: Forankring' }).click();
  await field.fill('Halvskrevet på telefonen');
  await kari.page.getByRole('button', { name: 'Skriv en lapp i «Begrunnelse»' }).click();
  await kari.page.locator('.note [contenteditable]:focus').waitFor();
  await kari.page.keyboard.type('Halvskrevet på lerretet');
  await siri.page.getByRole('button', { name: 'Steng for skriving' }).click();

  await expect(siri.note('Halvskrevet på telefonen')).toBeVisible();
  await expect(siri.note('Halvskrevet på lerretet')).toBeVisible();
  for (const page of [kari.page, phone]) await expect(bar(page)).toContainText('Stengt for skriving nå');
  await expect(phone.getByRole('textbox', { name: /Skriv en lapp/ })).toHaveCount(0);
  await expect(kari.page.getByRole('button', { name: /Skriv en lapp/ })).toHaveCount(0);
  await kari.saved();
  await expect(phone.locator('.saved')).toHaveAttribute('data-state', 'saved');
  await siri.writeIn('Begrunnelse', 'Den som leder, skriver');
  await expect(kari.note('Den som leder, skriver')).toBeVisible();

  await siri.page.getByRole('button', { name: 'Åpne for skriving' }).click();
  await expect(field).toHaveValue('');
  await kari.writeIn('Begrunnelse', 'Åpent igjen');
  await expect(siri.note('Åpent igjen')).toBeVisible();
  await expect(siri.note('Halvskrevet på telefonen')).toHaveCount(1);
});

test('[E84] what was written without network while writing closed is nobody’s ghost: its writer is shown it, and it is on the board once when that opens', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const page = await newPerson();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const line = await lineOf(page.context());
  const kari = await openBoard(page, links.participant, { name: 'Kari' });
  await kari.writeIn('I dag', 'Kom fram');
  await kari.saved();
  line.cut();
  await expect(page.locator('.saved')).toContainText('Frakoblet');
  await kari.writeIn('I dag', 'Skrevet uten nett');
  await expect(page.locator('.saved')).toContainText('ligger trygt på denne enheten');
  await goTo(siri.page, 'Pause');
  line.mend();

  const aside = page.getByRole('region', { name: 'Det som ikke kom med' });
  await expect(aside).toContainText('1 lapp kom ikke med.');
  await expect(aside.getByRole('listitem')).toHaveText(['Skrevet uten nett']);
  await expect(kari.note('Kom fram')).toBeVisible();
  await expect(kari.note('Skrevet uten nett')).toHaveCount(0);
  await kari.saved();
  await aside.getByRole('button', { name: 'Kopier teksten' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Skrevet uten nett');
  await expect(siri.note('Skrevet uten nett')).toHaveCount(0);

  await siri.page.getByRole('button', { name: 'Forrige fase' }).click();
  await expect(siri.note('Skrevet uten nett')).toHaveCount(1);
  await expect(kari.note('Skrevet uten nett')).toHaveCount(1);
  await expect(aside).toHaveCount(0);
  await kari.saved();
  await page.reload();
  await expect(kari.note('Skrevet uten nett')).toHaveCount(1);
});

test('[E84] the same on a shared machine, which keeps nothing; and it is given up when one wants', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const page = await newPerson();
  const line = await lineOf(page.context());
  await page.goto(links.participant);
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByLabel('Dette er en delt maskin').check();
  await page.getByRole('button', { name: 'Bli med' }).click();
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  const today = page.getByRole('region', { name: 'I dag' });
  const field = page.getByRole('textbox', { name: 'Skriv en lapp i «I dag»' });
  await expect(field).toBeVisible();
  await expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved');
  line.cut();
  for (const text of ['Første', 'Andre']) {
    await field.fill(text);
    await page.keyboard.press('Enter');
  }
  await expect(today.getByRole('listitem')).toHaveCount(2);
  await goTo(siri.page, 'Pause');
  line.mend();
  const aside = page.getByRole('region', { name: 'Det som ikke kom med' });
  await expect(aside).toContainText('2 lapper kom ikke med.');
  await expect(today.getByRole('listitem')).toHaveCount(0);
  await aside.getByRole('button', { name: 'Forkast' }).click();
  await expect(aside).toHaveCount(0);
  await siri.page.getByRole('button', { name: 'Forrige fase' }).click();
  await expect(field).toBeVisible();
  await expect(today.getByRole('listitem')).toHaveCount(0);
});

/** In a pause nobody writes but those who lead. */
async function goTo(page: Page, phase: string): Promise<void> {
  await page.getByRole('button', { name: 'Faser …' }).click();
  await page.getByRole('button', { name: `Gå til «${phase}»` }).click();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toContainText('Stengt for skriving nå');
}

test('[E85] the time left is the server’s, on a device whose clock is ten minutes wrong, and after a reload and a restart', async ({
  server,
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const page = await newPerson();
  await page.addInitScript(() => {
    const { now } = Date;
    Date.now = () => now() + 10 * 60_000;
  });
  await openBoard(page, links.participant, { name: 'Kari' });
  await siri.page.getByRole('button', { name: 'Start: Forankring' }).click();
  const differ = async () => Math.abs((await secondsOn(page)) - (await secondsOn(siri.page)));
  await expect.poll(differ).toBeLessThanOrEqual(2);
  await server.restart('SIGKILL');
  await siri.saved();
  await page.reload();
  await expect(clock(page)).toHaveText(/^1\d:\d\d$/);
  await expect.poll(differ).toBeLessThanOrEqual(2);
  await siri.page.getByRole('button', { name: '+1 minutt' }).click();
  await expect.poll(() => secondsOn(siri.page)).toBeGreaterThan(20 * 60);
  await expect.poll(differ).toBeLessThanOrEqual(2);
});
