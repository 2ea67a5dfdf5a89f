/** The board as headings and lists. */
import { onBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E70] a workshop’s round by keyboard alone in the list: write, edit, move, gather, delete and undo', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  const { page } = await join(links.participant, 'Kari');
  await page.getByRole('button', { name: 'Liste', exact: true }).press('Enter');
  const today = page.getByRole('region', { name: 'I dag' });
  const write = today.getByLabel('Skriv en lapp i «I dag»');
  await write.focus();
  for (const text of ['For få rom', 'Mange venter', 'Gode lærere']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
  await expect(write).toBeFocused();
  await expect(today.getByRole('listitem')).toHaveText([/For få rom/, /Mange venter/, /Gode lærere/]);
  await expect(ola.note('Gode lærere')).toContainText('Kari');

  await today.getByRole('button', { name: 'Rediger «Mange venter»' }).press('Enter');
  await expect(page.getByLabel('Teksten på lappen')).toBeFocused();
  await page.keyboard.type(' på plass');
  await page.keyboard.press('Escape');
  await expect(today.getByRole('button', { name: 'Rediger «Mange venter på plass»' })).toBeFocused();
  await expect(ola.note('Mange venter på plass')).toBeAttached();

  await today.getByRole('button', { name: 'Nytt tema' }).press('Enter');
  await page.keyboard.type('Plass');
  await page.keyboard.press('Enter');
  await expect(today.getByRole('heading', { name: 'Plass', exact: true })).toBeVisible();
  await today.getByRole('button', { name: 'Flytt «For få rom»' }).press('Enter');
  await page.getByRole('button', { name: 'I dag: Plass' }).press('Enter');
  await expect(page.getByRole('main').getByRole('status')).toHaveText('Flyttet til I dag: Plass.');
  await expect(today.getByRole('button', { name: 'Rediger «For få rom»' })).toBeFocused();
  await today.getByRole('button', { name: 'Slett «Gode lærere»' }).press('Enter');
  await expect(today.getByRole('listitem')).toHaveCount(2);
  await expect(ola.note('Gode lærere')).toHaveCount(0);
  await page.getByRole('button', { name: 'Angre' }).press('Enter');
  await expect(ola.note('Gode lærere')).toBeAttached();
  await expect(today.getByRole('listitem')).toHaveCount(3);
});

test('[E71] one on the canvas and one in the list write in the same note at once', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'felles');
  const { page } = await join(links.participant, 'Kari', PHONE);
  await page.getByRole('button', { name: 'Liste', exact: true }).tap();
  await page.getByRole('button', { name: 'Rediger «felles»' }).tap();
  const field = page.getByLabel('Teksten på lappen');
  await field.press('Home');
  await page.keyboard.type('Vår ');
  await ola.note('Vår felles').dblclick();
  await ola.page.keyboard.press('End');
  await Promise.all([ola.page.keyboard.type(' tavle', { delay: 30 }), page.keyboard.type('gode ', { delay: 30 })]);
  await expect(field).toHaveValue('Vår gode felles tavle');
  await ola.page.keyboard.press('Escape');
  await expect(ola.note('Vår gode felles tavle')).toBeAttached();
});

test('[E72] a viewer reads the list and changes nothing in it', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Kan leses');
  const { page } = await join(links.viewer, 'Per');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByRole('region', { name: 'I dag' }).getByRole('listitem')).toHaveText([/Kan leses/]);
  // Whoever may read may copy.
  await expect(page.getByRole('main').getByRole('button')).toHaveText(['Kopier lista']);
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
});

test('[E73] the list shows what fits a search and a perspective, and says where nothing does', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola', { sector: 'Skole' });
  await ola.writeIn('I dag', 'Vi mangler rom');
  const kari = await join(links.participant, 'Kari', { sector: 'Kulturskole' });
  await kari.writeIn('I dag', 'Vi mangler tid');
  const { page } = kari;
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  const notes = page.getByRole('region', { name: 'I dag' }).getByRole('listitem');
  await expect(notes).toHaveCount(2);
  await page.getByLabel('Vis lapper fra').selectOption('Skole');
  await expect(notes).toHaveText([/Vi mangler rom/]);
  await page.getByLabel('Søk i lappene').fill('TID');
  await expect(page.getByRole('region', { name: 'I dag' })).toContainText('Ingen lapper her passer til søket.');
  await page.getByLabel('Vis lapper fra').selectOption('Alle');
  await expect(notes).toHaveText([/Vi mangler tid/]);
});

test('[E74] what was half written when the tab was closed is there again in its zone, and goes with the board', async ({
  makeBoard,
  join,
}) => {
  const { board, links } = await makeBoard();
  const { page: first } = await join(links.participant, 'Kari');
  await first.getByRole('button', { name: 'Liste', exact: true }).click();
  await first.getByLabel('Skriv en lapp i «I dag»').fill('Vi mangler en');
  await first.close();
  const page = await first.context().newPage();
  await page.goto(new URL(`/t/${board.id}`, links.participant).href);
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByLabel('Skriv en lapp i «I dag»')).toHaveValue('Vi mangler en');
  await expect(page.getByLabel('Skriv en lapp i «Ønsket situasjon»')).toHaveValue('');
  await page.getByLabel('Skriv en lapp i «I dag»').press('End');
  await page.keyboard.type(' plan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'I dag' }).getByRole('listitem')).toHaveText([/Vi mangler en plan/]);
  await page.getByLabel('Skriv en lapp i «Ønsket situasjon»').fill('Halvt');
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Forlat tavla' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forlat tavla' }).click();
  await expect(page).toHaveURL(/\/$/);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('Halvt');
});

test('[E75] who looks at the list and comes back finds the canvas where it was', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Her var jeg');
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  const place = () => kari.note('Her var jeg').boundingBox();
  await expect(kari.note('Her var jeg')).toBeVisible();
  const opening = await place();
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.wheel(-130, -70);
  await expect.poll(async () => (await place())?.y).toBeGreaterThan((opening?.y ?? 0) + 50);
  let left = await place();
  await expect(async () => {
    const before = left;
    left = await place();
    expect(left).toEqual(before);
  }).toPass();
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByRole('region', { name: 'I dag' })).toBeVisible();
  await page.getByRole('button', { name: 'Lerret', exact: true }).click();
  await onBoard(page);
  /** How far from where it was left; the browser rounds a little otherwise each time. */
  const away = async () => {
    const now = await place();
    return Math.hypot((now?.x ?? 0) - (left?.x ?? 0), (now?.y ?? 0) - (left?.y ?? 0));
  };
  await expect.poll(away).toBeLessThan(1);
});
