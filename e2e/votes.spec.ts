/** A vote, as those who vote, lead and look on meet it. */
import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './support/fixtures.ts';
import { lineOf } from './support/line.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Fase', exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
const give = (page: Page, text: string) => page.getByRole('button', { name: `Gi en prikk til «${text}»` });

/** The notes as they lie, in rows from the top. */
const inRows = (page: Page) =>
  page.locator('.note').evaluateAll((notes) =>
    notes
      .map((note) => ({ text: note.querySelector('p')?.textContent, box: note.getBoundingClientRect() }))
      .toSorted((a, b) => a.box.y - b.box.y || a.box.x - b.box.x)
      .map(({ text }) => text),
  );

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
  await expect(bar(vera.page)).toContainText('Avstemning: 0 av 3 har stemt');
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
  for (const page of [siri.page, vera.page, phone]) await expect(bar(page)).toContainText('1 av 3 har stemt');

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
  // On the canvas they lie so when Siri says so, and in the list when one asks for it; the note that got one of the room’s is last.
  await siri.page.getByRole('button', { name: 'Legg til en prikk fra salen til «Tid»' }).click();
  await siri.page.getByRole('button', { name: 'Ordne lappene på tavla i denne rekkefølgen' }).click();
  await expect(dialog(siri.page)).toContainText('Du kan angre');
  await expect.poll(() => inRows(kari.page)).toEqual(['Tid', 'Rom', 'Penger']);
  await siri.page.getByRole('button', { name: 'Trekk fra en prikk fra salen til «Tid»' }).click();
  await phone.getByText('Søk og rekkefølge').tap();
  await phone.getByLabel('Rekkefølge').selectOption('Flest prikker først');
  await expect(phone.getByRole('region', { name: 'I dag' }).getByRole('listitem')).toHaveText([
    /Rom|Tid/,
    /Rom|Tid/,
    /Penger/,
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
  await expect(bar(siri.page)).toContainText('1 av 2 har stemt');
  await siri.page.getByRole('button', { name: 'Avslutt avstemningen' }).click();
  await siri.page.getByRole('button', { name: 'Se resultatet' }).click();
  await expect(dialog(siri.page).locator('ol > li')).toHaveText([/Rom.*1 prikk/s]);
});

test('[E94] a check by five fingers and a rating of effect and effort, by phone and by keyboard, with hands of the room', async ({
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  for (const text of ['Rom', 'Tid']) await siri.writeIn('Veien dit', text);
  await siri.saved();
  const phone = await newPerson(PHONE);
  await phone.goto(links.participant);
  await phone.getByLabel('Hva heter du?').fill('Ola');
  await phone.getByRole('button', { name: 'Bli med' }).tap();
  const vote = (page: Page) => page.getByRole('button', { name: 'Stem', exact: true });
  const result = async (page: Page) => {
    await page.getByRole('button', { name: 'Se resultatet' }).click();
    await expect(dialog(page)).toBeVisible();
  };

  await siri.page.getByRole('button', { name: 'Avstemning …' }).click();
  await dialog(siri.page)
    .getByRole('radio', { name: /Fem fingre/ })
    .check();
  await dialog(siri.page).getByRole('button', { name: 'Start avstemningen' }).click();
  await expect(dialog(siri.page).getByRole('alert')).toHaveText('Skriv hva det spørres om.');
  await dialog(siri.page).getByLabel('Hva spør du om?').fill('Står vi bak dette?');
  await dialog(siri.page).getByRole('button', { name: 'Start avstemningen' }).click();
  await vote(phone).tap();
  await expect(dialog(phone).getByRole('radiogroup', { name: 'Står vi bak dette?' })).toBeVisible();
  await dialog(phone).getByText('Jeg kan leve med det').tap();
  await dialog(phone).getByText('Jeg er for').tap();
  await expect(dialog(phone)).toContainText('Stemmen er lagret');
  await phone.keyboard.press('Escape');
  await vote(siri.page).press('Enter');
  await dialog(siri.page)
    .getByRole('radio', { name: /5 fingre/ })
    .focus();
  await siri.page.keyboard.press('Space');
  await siri.page.keyboard.press('ArrowDown');
  await siri.page.keyboard.press('ArrowUp');
  await expect(dialog(siri.page).getByRole('radio', { name: /5 fingre/ })).toBeChecked();
  await expect(dialog(siri.page)).toContainText('Stemmen er lagret');
  await siri.page.keyboard.press('Escape');
  await siri.page.getByRole('button', { name: 'Avslutt avstemningen' }).click();
  await result(siri.page);
  await dialog(siri.page).getByRole('button', { name: 'Legg til en hånd fra salen: 3 fingre' }).click();
  await result(phone);
  await expect(dialog(phone)).toContainText('Snitt: 4 av 5');
  await expect(dialog(phone).getByRole('listitem')).toHaveText([
    /5 fingre.*1 person/s,
    /4 fingre.*1 person/s,
    /3 fingre.*1 person.*1 av dem fra salen/s,
    /2 fingre.*0 personer/s,
    /1 finger.*0 personer/s,
  ]);
  await phone.keyboard.press('Escape');
  await siri.page.keyboard.press('Escape');

  await siri.page.getByRole('button', { name: 'Avstemning …' }).click();
  await dialog(siri.page)
    .getByRole('radio', { name: /Effekt og innsats/ })
    .check();
  await dialog(siri.page).getByRole('button', { name: 'Start avstemningen' }).click();
  await vote(phone).tap();
  const axis = (name: string) => dialog(phone).getByRole('group', { name });
  for (const [group, step] of [
    ['Effekt av «Rom»', '2'],
    ['Innsats for «Rom»', '5'],
    ['Effekt av «Tid»', '5'],
  ] as const)
    await axis(group).getByText(step, { exact: true }).tap();
  await expect(dialog(phone)).toContainText('1 av 2 vurdert. Stemmen er lagret.');
  await phone.reload();
  await vote(phone).tap();
  await expect(axis('Effekt av «Tid»').getByRole('radio', { name: '5' })).toBeChecked();
  await axis('Innsats for «Tid»').getByText('1', { exact: true }).tap();
  await expect(dialog(phone)).toContainText('2 av 2 vurdert. Stemmen er lagret.');
  await phone.keyboard.press('Escape');
  await siri.page.getByRole('button', { name: 'Avslutt avstemningen' }).click();
  await result(siri.page);
  await expect(dialog(siri.page).getByRole('listitem')).toHaveText([
    /Tid.*Effekt 5, innsats 1.*1 vurderte/s,
    /Rom.*Effekt 2, innsats 5.*1 vurderte/s,
  ]);
});
