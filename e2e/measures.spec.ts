/** Measures: made of notes, filled in by several at once, seen in every way there is. */
import type { Page } from '@playwright/test';
import { readMeasures, recordsOf, type RecordId } from '@samtavla/protocol';
import { onBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';
import { lineOf } from './support/line.ts';
import { measuresOf } from './support/measures.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Tiltak' });
const saved = (page: Page) =>
  expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved', { timeout: 40_000 });

test('[E100] one fills in a measure on the canvas, one in the table and one without a line: merged by field', async ({
  server,
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('Veien dit', 'Lån ut flygelet');
  await kari.note('Lån ut flygelet').click();
  await kari.page.getByRole('button', { name: 'Gjør til tiltak' }).click();
  await expect(kari.note('Lån ut flygelet')).toContainText('Tiltak · Idé');
  const ola = await join(links.participant, 'Ola');
  await measuresOf(ola.page);
  await expect(ola.page.getByRole('row')).toHaveCount(2);
  const phone = await newPerson(PHONE);
  const line = await lineOf(phone.context());
  await phone.goto(links.participant);
  await phone.getByLabel('Hva heter du?').fill('Per');
  await phone.getByRole('button', { name: 'Bli med' }).tap();
  await phone.getByRole('button', { name: 'Åpne tiltaket: Lån ut flygelet' }).tap();
  await saved(phone);
  line.cut();
  await expect(phone.locator('.saved')).toHaveAttribute('data-state', 'offline-kept');

  await kari.page.getByRole('button', { name: 'Åpne tiltaket', exact: true }).click();
  await dialog(kari.page).getByLabel('Ansvarlig').fill('Kari Nordmann');
  await dialog(kari.page).getByRole('textbox', { name: 'Hva skal gjøres?' }).press('Control+End');
  await kari.page.keyboard.type(' hver onsdag');
  await ola.page.getByLabel(/^Frist: Lån ut flygelet/).fill('2027-03-12');
  await ola.page.getByLabel(/^Nivå: Lån ut/).selectOption({ label: 'Tjeneste' });
  await dialog(phone).getByLabel('Status').selectOption('agreed');
  await dialog(phone).getByLabel('Fagområde').selectOption({ label: 'Kultur' });
  line.mend();
  await saved(phone);

  const whole = ['Tiltak · Avtalt', 'hver onsdag', 'Kari Nordmann', 'Frist 12. mars 2027', 'Tjeneste · Kultur'];
  for (const words of whole) await expect(kari.note('Lån ut flygelet')).toContainText(words);
  await expect(ola.page.getByLabel(/^Ansvarlig: Lån ut flygelet hver onsdag/)).toHaveValue('Kari Nordmann');
  await expect(ola.page.getByLabel(/^Status: /)).toHaveValue('agreed');
  await expect(dialog(phone).getByLabel('Frist')).toHaveValue('2027-03-12');
  const script = await joinByScript(server.origin, links.viewer, 'Skript');
  const { opened, close } = await openByScript(server.origin, script, [script.documents.canvas]);
  expect(opened.flatMap(({ doc }) => readMeasures(doc))).toMatchObject([
    {
      text: 'Lån ut flygelet hver onsdag',
      author: { name: 'Kari' },
      measure: { owner: 'Kari Nordmann', due: '2027-03-12', status: 'agreed', level: 'service', domain: 'culture' },
    },
  ]);
  close();
});

test('[E101] by keyboard alone in the list: a wish gets a measure, which is filled in, and the loose ends are tied', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const { page } = await join(links.participant, 'Kari');
  await page.getByRole('button', { name: 'Liste', exact: true }).press('Enter');
  const wishes = page.getByRole('region', { name: 'Ønsket situasjon' });
  const way = page.getByRole('region', { name: 'Veien dit' });
  await wishes.getByRole('textbox').focus();
  await page.keyboard.type('Alle får spille');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Noen bryr seg');
  await page.keyboard.press('Enter');
  await way.getByRole('textbox').focus();
  await page.keyboard.type('Mal veggene');
  await page.keyboard.press('Enter');
  await way.getByRole('button', { name: 'Gjør til tiltak: Mal veggene' }).press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Tiltaket er laget');
  await expect(way.getByRole('button', { name: /^Rediger «Mal veggene»/ })).toBeFocused();
  await wishes.getByRole('button', { name: 'Lag tiltak som svarer på: Alle får spille' }).press('Enter');
  await expect(dialog(page).getByRole('textbox', { name: 'Hva skal gjøres?' })).toBeFocused();
  await page.keyboard.type('Gratis prøvetime');
  await dialog(page).getByLabel('Status').focus();
  await page.keyboard.press('A');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(way.getByRole('listitem').filter({ hasText: 'Gratis prøvetime' }).first()).toContainText('Svarer på 1');

  await measuresOf(page);
  await page.getByRole('button', { name: 'Løse ender', exact: true }).press('Enter');
  const ends = (name: RegExp) => page.getByRole('region', { name }).getByRole('listitem');
  await expect(ends(/^Ønsker uten tiltak/)).toHaveText([/Noen bryr seg/]);
  await expect(ends(/^Tiltak som ikke svarer på noe/)).toHaveText([/Mal veggene/]);
  await expect(ends(/^Avtalt, men uten/)).toHaveText([/Gratis prøvetime/]);
  await page.getByRole('button', { name: 'Mal veggene' }).press('Enter');
  await dialog(page).getByLabel('Legg til noe det svarer på').selectOption({ label: 'Noen bryr seg' });
  await expect(dialog(page).getByRole('listitem')).toHaveText([/Noen bryr seg/]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: /^Ønsker uten tiltak/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Gratis prøvetime' }).press('Enter');
  await dialog(page).getByLabel('Ansvarlig').fill('Ola');
  await dialog(page).getByLabel('Frist').fill('2199-01-01');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Ingen løse ender.')).toBeVisible();
});

test('[E102] in the map of measures cells and zones are the same: made in a cell, dragged to another, and named anew', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard({ template: 'tiltakskart' });
  const siri = await join(links.facilitator, 'Siri');
  const { page } = siri;
  await measuresOf(page);
  await page.getByRole('button', { name: 'Nivå og fagområde', exact: true }).click();
  await expect(page.getByText('Tom', { exact: true })).toHaveCount(15);
  await page.getByRole('button', { name: 'Nytt tiltak i Tjeneste, Kultur' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Hva skal gjøres?' })).toBeFocused();
  await page.keyboard.type('Gratis prøvetime');
  await page.keyboard.press('Escape');
  const cell = (name: string) =>
    page.getByRole('cell').filter({ has: page.getByRole('button', { name: `Nytt tiltak i ${name}`, exact: true }) });
  await expect(cell('Tjeneste, Kultur')).toContainText('Gratis prøvetime');
  await page.getByRole('listitem').filter({ hasText: 'Gratis prøvetime' }).dragTo(cell('Politisk nivå, Helse'));
  await expect(cell('Politisk nivå, Helse')).toContainText('Gratis prøvetime');
  await page.getByRole('button', { name: 'Endre fagområdene' }).click();
  await page.getByLabel('Fagområde 3').fill('Folkehelse');
  await page.getByRole('button', { name: 'Nytt fagområde' }).click();
  await page.getByLabel('Fagområde 4').fill('Plan');
  await page.getByRole('button', { name: 'Lagre', exact: true }).click();
  await expect(page.getByRole('columnheader')).toHaveText(['Nivå', 'Kultur', 'Oppvekst', 'Folkehelse', 'Plan']);
  await expect(cell('Politisk nivå, Folkehelse')).toContainText('Gratis prøvetime');
  await page.getByRole('button', { name: 'Gratis prøvetime' }).click();
  await page.getByRole('button', { name: 'Vis på tavla' }).click();
  await expect(siri.note('Gratis prøvetime')).toContainText('Politisk nivå · Folkehelse');
  await expect(page.locator('.zone-heading').filter({ hasText: 'Politisk nivå · Folkehelse' })).toBeVisible();
  await expect(page.locator('.zone-heading').filter({ hasText: '· Plan' })).toHaveCount(5);

  const { page: others } = await join(links.participant, 'Ola');
  await measuresOf(others);
  await others.getByRole('button', { name: 'Nivå og fagområde', exact: true }).click();
  await expect(others.getByRole('button', { name: 'Endre fagområdene' })).toHaveCount(0);
  await expect(others.getByRole('columnheader').last()).toHaveText('Plan');
});

test('[E103] a link to a note that is deleted, a date that is none and a measure that is deleted while it is open are told, and cost nothing', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  await kari.writeIn('Ønsket situasjon', 'Alle får spille');
  await kari.note('Alle får spille').click();
  await page.getByRole('button', { name: 'Gjør til tiltak' }).click();
  await page.keyboard.type('Lån ut flygelet');
  await kari.saved();
  const script = await joinByScript(server.origin, links.participant, 'Skript');
  const { opened, close } = await openByScript(server.origin, script, [script.documents.canvas]);
  const [canvas] = opened.map(({ doc }) => doc);
  if (canvas === undefined) throw new Error('It was opened.');
  const [measure] = readMeasures(canvas);
  const record = recordsOf(canvas).get(measure?.id as RecordId);
  const [answered] = measure?.answers ?? [];
  expect(answered).toBeDefined();
  recordsOf(canvas).delete(answered as RecordId);
  await expect(dialog(page).getByRole('listitem')).toHaveText([/En lapp som er slettet/]);
  await dialog(page).getByRole('button', { name: 'Fjern: En lapp som er slettet' }).click();
  await expect(dialog(page).getByRole('listitem')).toHaveCount(0);

  const due = dialog(page).getByLabel('Frist');
  await due.focus();
  await page.keyboard.type('1231');
  await dialog(page).getByLabel('Ansvarlig').focus();
  await expect(dialog(page).getByRole('alert')).toContainText('Datoen er ikke hel');
  record?.set('due', '2027-02-31');
  record?.set('effect', 'enorm');
  record?.set('owner', 'Ola');
  await expect(dialog(page).getByLabel('Ansvarlig')).toHaveValue('Ola');
  await expect(dialog(page).getByLabel('Effekt')).toHaveValue('');
  await due.fill('2027-03-12');
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
  await expect.poll(() => readMeasures(canvas)[0]).toMatchObject({ measure: { due: '2027-03-12' }, answers: [] });
  recordsOf(canvas).delete(measure?.id as RecordId);
  await expect(dialog(page)).toContainText('slettet');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  close();
});

test('[E104] a viewer reads the measures and all that is said of them, and can change none', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const { page: kari } = await join(links.participant, 'Kari');
  await measuresOf(kari);
  await kari.getByLabel('Nytt tiltak').fill('Lån ut flygelet');
  await kari.keyboard.press('Enter');
  await kari.getByLabel('Ansvarlig: Lån ut flygelet').fill('Kari Nordmann');
  await kari.keyboard.press('Enter');
  const per = await join(links.viewer, 'Per');
  await expect(per.note('Lån ut flygelet')).toContainText('Kari Nordmann');
  await measuresOf(per.page);
  await expect(per.page.getByRole('row').last().getByRole('cell')).toHaveText([
    'Kari Nordmann',
    '',
    'Idé',
    '',
    '',
    '',
    '',
  ]);
  await expect(per.page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  await per.page.getByRole('button', { name: 'Lån ut flygelet' }).click();
  await expect(dialog(per.page)).toContainText('Du ser på.');
  await expect(dialog(per.page).locator('input, select, textarea')).toHaveCount(0);
  await per.page.getByRole('button', { name: 'Vis på tavla' }).click();
  await expect((await onBoard(per.page)).note('Lån ut flygelet')).toBeVisible();
});

test('[E108] while a phase is about something else participants make no measures, and whoever leads may', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  await siri.writeIn('Ønsket situasjon', 'Alle får spille');
  const { page } = await join(links.participant, 'Ola');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  const make = (of: Page) => of.getByRole('button', { name: 'Lag tiltak som svarer på: Alle får spille' });
  await expect(make(page)).toBeVisible();
  await siri.page.getByRole('button', { name: /^Start: / }).click();
  await expect(make(page)).toHaveCount(0);
  await measuresOf(page);
  await expect(page.getByText('Ingen tiltak ennå')).toBeVisible();
  await expect(page.getByLabel('Nytt tiltak')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Lim inn fra regneark' })).toHaveCount(0);
  await siri.page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(make(siri.page)).toBeVisible();
});
