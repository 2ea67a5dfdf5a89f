/**
 * axe on every page, state and dialog, light and dark. What it finds in ours is a defect; what it finds in tldraw is listed here by
 * rule and selector, with a reason, and the list may only shrink.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openBoard, type BoardPage } from './support/board-page.ts';
import { lineOf } from './support/line.ts';
import { expect, PHONE, test } from './support/fixtures.ts';

type Known = { readonly rule: string; readonly selector: RegExp; readonly because: string };

const IN_TLDRAW: readonly Known[] = [
  {
    rule: 'aria-input-field-name',
    selector: /tlui-slider__thumb/,
    because: 'The slider for opacity has its name beside it, not on its thumb.',
  },
  {
    rule: 'aria-required-parent',
    selector: /^button\[title=/,
    because: 'The buttons over a text are options of no list.',
  },
  {
    rule: 'aria-allowed-attr',
    selector: /^button\[title=/,
    because: 'The same buttons are pressed, which an option may not be.',
  },
];

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Names each violation that is not on the list, with where it is; of one rule, or of all. */
async function violationsOn(page: Page, rule?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rule === undefined ? axe.withTags(TAGS) : axe.withRules(rule)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .map(({ target, failureSummary }) => ({ selector: target.join(' '), why: failureSummary ?? '' }))
      .filter(({ selector }) => !IN_TLDRAW.some((known) => known.rule === id && known.selector.test(selector)))
      .map(({ selector, why }) => `${id}: ${selector} – ${why.split('\n')[1]?.trim() ?? ''}`),
  );
}

/** Both looks, one after the other. They differ in their colours alone. */
async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.locator('.ds-spinner')).toHaveCount(0);
  expect.soft(await violationsOn(page), `${where}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect.soft(await violationsOn(page, 'color-contrast'), `${where}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

test('[E59] axe finds nothing in the measures, in whichever way they are shown', async ({ makeBoard, newPerson }) => {
  const { links } = await makeBoard();
  const board = await openBoard(await newPerson(), links.facilitator, { name: 'Siri' });
  const { page } = board;
  await board.writeIn('Ønsket situasjon', 'Alle får spille');
  await page.locator('.view-choice').getByRole('button', { name: 'Tiltak' }).click();
  await expectAccessible(page, 'no measures');
  for (const text of ['Lån ut flygelet', 'Åpne skolen']) {
    await page.getByLabel('Nytt tiltak').fill(text);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Status: Lån ut flygelet').selectOption('dropped');
  await page.getByLabel('Effekt: Åpne skolen').selectOption('4');
  await page.getByLabel('Innsats: Åpne skolen').selectOption('2');
  for (const look of ['Tabell', 'Mål', 'Nivå og fagområde', 'Effekt og innsats', 'Løse ender', 'Siden sist']) {
    await page.getByRole('button', { name: look, exact: true }).click();
    await expectAccessible(page, look);
  }
  await page.getByRole('button', { name: 'Nivå og fagområde', exact: true }).click();
  await page.getByRole('button', { name: 'Endre fagområdene' }).click();
  await expectAccessible(page, 'the fields being changed');
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await page.getByRole('button', { name: 'Åpne skolen' }).click();
  await expectAccessible(page, 'a measure');
  await page.getByRole('button', { name: 'Vis på tavla' }).click();
  await expect(board.note('Åpne skolen')).toBeVisible();
  await expectAccessible(page, 'a measure on the canvas');
});

test('[E59] axe finds nothing on the way to a board', async ({ server, makeBoard, newPerson }) => {
  const { board, links } = await makeBoard();
  const anonymous = await makeBoard({ anonymous: true });
  const page = await newPerson();
  await page.goto(server.origin);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'front page');
  await page.goto(`${server.origin}/example`);
  for (const view of ['Lerret', 'Liste', 'Tiltak']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await expectAccessible(page, `the example, ${view}`);
  }
  await page.goto(server.origin);
  await page.getByRole('radio', { name: /Hvor er vi, hvor vil vi/ }).check();
  await expectAccessible(page, 'draft of a board');
  await page.goto(`${server.origin}/finnes-ikke`);
  await expectAccessible(page, 'no such page');
  await page.goto(`${server.origin}/t/${board.id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'no link');
  await page.goto(`${links.participant}x`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page, 'a wrong link');
  await page.goto(anonymous.links.participant);
  await expect(page.getByRole('button', { name: 'Bli med' })).toBeVisible();
  await expectAccessible(page, 'the door of an anonymous board');
  const phone = await newPerson(PHONE);
  await phone.goto(links.participant);
  await phone.getByRole('button', { name: 'Bli med' }).tap();
  await expect(phone.getByText('Skriv navnet ditt')).toBeVisible();
  await expectAccessible(phone, 'the door, with a name missing, on a phone');
});

async function withNotes(page: Page, link: string): Promise<BoardPage> {
  const kari = await openBoard(page, link, { name: 'Kari', sector: 'Skole' });
  await kari.writeIn('I dag', 'For få rom');
  await kari.writeIn('Ønsket situasjon', 'Rom til alle');
  await kari.saved();
  return kari;
}

test('[E59] axe finds nothing on the canvas and in its dialogs', async ({ makeBoard, newPerson, join }) => {
  const { links } = await makeBoard();
  const page = await newPerson();
  const siri = await withNotes(page, links.facilitator);
  await join(links.participant, 'Ola');
  await expectAccessible(page, 'canvas');
  await siri.note('For få rom').click();
  await expectAccessible(page, 'a note selected');
  await siri.note('For få rom').dblclick();
  await page.locator('.note [contenteditable]:focus').waitFor();
  await expectAccessible(page, 'a note written in');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Rediger felt' }).first().click();
  await expectAccessible(page, 'zones arranged');
  await page.getByRole('button', { name: 'Rediger felt' }).first().click();
  for (const [name, open] of [
    ['people', () => page.getByRole('button', { name: /er her/ }).click()],
    ['menu', () => page.getByRole('button', { name: 'Meny' }).click()],
  ] as const) {
    await open();
    await expectAccessible(page, name);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Del', exact: true }).first().click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'sharing');
  await page.keyboard.press('Escape');
  for (const name of ['Felt fra en mal', 'Lagre som mal', 'Versjoner', 'Slett tavla', 'Forlat tavla']) {
    await page.getByRole('button', { name: 'Meny' }).click();
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
});

test('[E59] axe finds nothing in the list, wide and on a phone', async ({ makeBoard, newPerson, join }) => {
  const { links } = await makeBoard();
  const page = await newPerson();
  await withNotes(page, links.facilitator);
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expectAccessible(page, 'list');
  const today = page.getByRole('region', { name: 'I dag' });
  await today.getByRole('button', { name: 'Nytt tema' }).click();
  await page.keyboard.type('Plass');
  await expectAccessible(page, 'a theme being named');
  await page.keyboard.press('Enter');
  await today.getByRole('checkbox').first().check();
  await today.getByRole('button', { name: 'Flytt «For få rom»' }).click();
  await expectAccessible(page, 'a note selected, and a place being chosen');
  await page.keyboard.press('Escape');
  await today.getByRole('button', { name: 'Rediger «For få rom»' }).click();
  await expectAccessible(page, 'a note written in');
  await join(links.participant, 'Ola').then((ola) => ola.writeIn('I dag', 'Nytt'));
  await expect(page.getByRole('button', { name: 'Gå dit' })).toBeVisible();
  expect.soft(await violationsOn(page), 'the news').toEqual([]);

  const phone = await newPerson(PHONE);
  await phone.goto(links.participant);
  await phone.getByLabel('Hva heter du?').fill('Per');
  await phone.getByRole('button', { name: 'Bli med' }).tap();
  await expect(phone.getByRole('textbox', { name: /Skriv en lapp/ })).toBeVisible();
  await expectAccessible(phone, 'list on a phone');
  await phone.getByText('Søk og rekkefølge').tap();
  await expectAccessible(phone, 'search on a phone');
  const viewer = await newPerson(PHONE);
  await viewer.goto(links.viewer);
  await viewer.getByLabel('Hva heter du?').fill('Vera');
  await viewer.getByRole('button', { name: 'Bli med' }).tap();
  await expect(viewer.getByRole('region', { name: 'I dag' })).toBeVisible();
  await expectAccessible(viewer, 'list of a viewer');
});

test('[E59] axe finds nothing in a vote, from its setting up to its result, and in a round of private writing', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const page = await newPerson();
  const siri = await withNotes(page, links.facilitator);
  await page.getByRole('button', { name: 'Avstemning …' }).click();
  await expectAccessible(page, 'setting up a vote');
  await page.getByRole('button', { name: 'Start avstemningen' }).click();
  await page.getByRole('button', { name: 'Stem', exact: true }).click();
  await page.getByRole('button', { name: 'Gi en prikk til «For få rom»' }).click();
  await expectAccessible(page, 'voting');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Avslutt avstemningen' }).click();
  await page.getByRole('button', { name: 'Se resultatet' }).click();
  await expectAccessible(page, 'a result');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Start: Forankring' }).click();
  await page.getByRole('button', { name: /^Neste: I dag/ }).click();
  await siri.writeIn('I dag', 'Bare min');
  await siri.note('Bare min').click();
  await page.getByRole('button', { name: 'Hold tilbake' }).click();
  await expectAccessible(page, 'one’s own note on the canvas');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expectAccessible(page, 'one’s own note in the list');
});

test('[E59] axe finds nothing while phases run, for who leads and who takes part, closed, offline and with what did not get in', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await newPerson(PHONE);
  await siri.goto(links.facilitator);
  await siri.getByLabel('Hva heter du?').fill('Siri');
  await siri.getByRole('button', { name: 'Bli med' }).tap();
  await expect(siri.getByRole('button', { name: 'Start: Forankring' })).toBeVisible();
  await expectAccessible(siri, 'no phase yet, on a phone');
  const ola = await newPerson(PHONE);
  const line = await lineOf(ola.context());
  await ola.goto(links.participant);
  await ola.getByLabel('Hva heter du?').fill('Ola');
  await ola.getByRole('button', { name: 'Bli med' }).tap();
  await siri.getByRole('button', { name: 'Start: Forankring' }).tap();
  const field = ola.getByRole('textbox', { name: 'Skriv en lapp i «Begrunnelse»' });
  await expect(field).toBeVisible();
  await expectAccessible(siri, 'a phase, for who leads');
  await expectAccessible(ola, 'a phase, for who takes part');
  line.cut();
  await expect(ola.locator('.saved')).toContainText('Frakoblet');
  await field.fill('Uten nett');
  await field.press('Enter');
  await expectAccessible(ola, 'offline');
  await siri.getByRole('button', { name: 'Led', exact: true }).tap();
  await expect(siri.getByRole('complementary', { name: 'Led workshopen' })).toBeVisible();
  await expectAccessible(siri, 'the panel of who leads');
  await siri.getByRole('button', { name: 'Faser …' }).tap();
  await expectAccessible(siri, 'the phases');
  await siri.getByRole('button', { name: 'Rediger fasen «Pause»' }).tap();
  await expectAccessible(siri, 'a phase being changed');
  await siri.getByRole('button', { name: 'Avbryt' }).tap();
  await siri.getByRole('button', { name: 'Gå til «Pause»' }).tap();
  await siri.keyboard.press('Escape');
  await expect(siri.locator('.phase-gate')).toContainText('Stengt for skriving nå');
  line.mend();
  await expect(ola.getByRole('region', { name: 'Det som ikke kom med' })).toBeVisible();
  await expectAccessible(ola, 'closed, with what did not get in');
});
