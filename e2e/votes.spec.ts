/** A vote, as those who vote, lead and look on meet it. */
import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './support/fixtures.ts';
import { lineOf } from './support/line.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Fase', exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const give = (page: Page, text: string) => page.getByRole('button', { name: `Gi en prikk til «${text}»` });

async function openVote(page: Page, dots: string, most: string): Promise<void> {
  await page.getByRole('button', { name: 'Avstemning …' }).click();
  await dialog(page).getByLabel('Prikker til hver').fill(dots);
  await dialog(page).getByLabel('Høyst på én lapp').fill(most);
  await dialog(page).getByRole('button', { name: 'Start avstemningen' }).click();
}

test('[E90] a vote by desktop, keyboard and phone: secret until it is closed, then the most dots first, and a second round of those that tie', async ({
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const kari = await join(links.participant, 'Kari');
  const phone = await newPerson(PHONE);
  await phone.goto(links.participant);
  await phone.getByLabel('Hva heter du?').fill('Ola');
  await phone.getByRole('button', { name: 'Bli med' }).tap();
  const vera = await join(links.viewer, 'Vera');
  for (const text of ['Rom', 'Tid', 'Penger']) await kari.writeIn('I dag', text);
  await kari.saved();

  await openVote(siri.page, '3', '40');
  await expect(dialog(siri.page)).toContainText('Skriv et tall fra 1 til 20');
  await dialog(siri.page).getByLabel('Høyst på én lapp').fill('2');
  await dialog(siri.page).getByRole('button', { name: 'Start avstemningen' }).click();
  await expect(bar(vera.page)).toContainText('Avstemning: 0 har stemt');
  await expect(vera.page.getByRole('button', { name: 'Stem', exact: true })).toHaveCount(0);

  // By keyboard alone.
  await kari.page.getByRole('button', { name: 'Stem', exact: true }).press('Enter');
  await give(kari.page, 'Rom').press('Enter');
  await give(kari.page, 'Rom').press('Enter');
  await expect(dialog(kari.page)).toContainText('1 av 3 prikker igjen');
  await expect(give(kari.page, 'Rom')).toHaveAttribute('aria-disabled', 'true');
  await give(kari.page, 'Rom').press('Enter');
  await give(kari.page, 'Tid').press('Enter');
  await expect(dialog(kari.page)).toContainText('Stemmen er lagret');
  await kari.page.keyboard.press('Escape');
  for (const page of [siri.page, vera.page, phone]) await expect(bar(page)).toContainText('1 har stemt');

  await phone.getByRole('button', { name: 'Stem', exact: true }).tap();
  await give(phone, 'Tid').tap();
  await give(phone, 'Penger').tap();
  await expect(dialog(phone)).toContainText('Stemmen er lagret');
  await phone.reload();
  await phone.getByRole('button', { name: 'Stem', exact: true }).tap();
  await expect(dialog(phone)).toContainText('1 av 3 prikker igjen');
  await phone.getByRole('button', { name: 'Ta tilbake en prikk fra «Penger»' }).tap();
  await expect(dialog(phone)).toContainText('2 av 3 prikker igjen');
  await expect(dialog(phone)).toContainText('Stemmen er lagret');
  await phone.keyboard.press('Escape');

  await siri.page.getByRole('button', { name: 'Avslutt avstemningen' }).click();
  await expect(bar(vera.page)).toContainText('2 personer stemte');
  await vera.page.getByRole('button', { name: 'Se resultatet' }).click();
  const results = (page: Page) => dialog(page).locator('ol > li');
  await expect(results(vera.page)).toHaveText([/Rom.*2 prikker/s, /Tid.*2 prikker/s]);
  await siri.page.getByRole('button', { name: 'Se resultatet' }).click();
  await dialog(siri.page).getByText('1 lapp uten prikker').click();
  await siri.page.getByRole('button', { name: 'Legg til en prikk fra salen til «Penger»' }).click();
  await expect(results(vera.page)).toHaveText([
    /Rom.*2 prikker/s,
    /Tid.*2 prikker/s,
    /Penger.*1 prikk.*1 av dem fra salen/s,
  ]);
  await siri.page.getByRole('button', { name: 'Ny runde mellom de 2 på førsteplass' }).click();
  await vera.page.keyboard.press('Escape');
  await kari.page.getByRole('button', { name: 'Stem', exact: true }).click();
  await expect(dialog(kari.page).getByRole('listitem')).toHaveCount(2);
  await expect(dialog(kari.page)).toContainText('1 av 1 prikker igjen');
});

test('[E91] a ballot that is given without network counts when the network is back, also from a new tab', async ({
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  await siri.writeIn('I dag', 'Rom');
  await siri.saved();
  const phone = await newPerson(PHONE);
  const line = await lineOf(phone.context());
  await phone.goto(links.participant);
  await phone.getByLabel('Hva heter du?').fill('Ola');
  await phone.getByRole('button', { name: 'Bli med' }).tap();
  await openVote(siri.page, '2', '2');
  await phone.getByRole('button', { name: 'Stem', exact: true }).tap();
  await expect(give(phone, 'Rom')).toBeVisible();
  line.cut();
  await give(phone, 'Rom').tap();
  await expect(dialog(phone)).toContainText('ligger på denne enheten');
  line.mend();
  const second = await phone.context().newPage();
  await phone.close();
  await second.goto(links.participant);
  await expect(bar(siri.page)).toContainText('1 har stemt');
  await siri.page.getByRole('button', { name: 'Avslutt avstemningen' }).click();
  await siri.page.getByRole('button', { name: 'Se resultatet' }).click();
  await expect(dialog(siri.page).locator('ol > li')).toHaveText([/Rom.*1 prikk/s]);
});
