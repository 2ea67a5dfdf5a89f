import { expect, test } from './support/fixtures.ts';
import { centreOf, drag } from './support/pointer.ts';

test('[E26] notes are gathered in a theme, which is named together, moved with its notes, and left by dragging out', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  const ola = await join(links.participant, 'Ola');
  await kari.writeIn('I dag', 'Ingen buss');
  await kari.writeIn('I dag', 'Øverom mangler');
  await kari.writeIn('I dag', 'Mange søkere');
  const { page } = kari;

  await kari.note('Ingen buss').click();
  await page.keyboard.down('Shift');
  await kari.note('Øverom mangler').click();
  await page.keyboard.up('Shift');
  await page.getByRole('button', { name: 'Samle i tema' }).click();
  await page.locator('.theme [contenteditable]').waitFor();
  await page.keyboard.type('Å komme dit');
  await page.keyboard.press('Enter');
  // By keyboard one goes on from where the name ended.
  await expect(page.locator('.tl-container')).toBeFocused();
  const theme = ola.page.locator('.theme');
  await expect(theme.getByRole('heading', { name: 'Å komme dit' })).toBeVisible();
  await expect(theme).toContainText('2 lapper');

  // What is dropped on the heading goes under it.
  await drag(ola.page, await centreOf(ola.note('Mange søkere')), await centreOf(theme));
  await expect(theme).toContainText('3 lapper');
  await expect(kari.page.locator('.theme')).toContainText('3 lapper');

  // The theme takes its notes along.
  await ola.page.keyboard.press('Escape');
  const before = await ola.note('Ingen buss').boundingBox();
  if (before === null) throw new Error('Not in view.');
  const from = await centreOf(theme);
  await drag(ola.page, from, { x: from.x + 90, y: from.y + 60 });
  await expect.poll(async () => (await ola.note('Ingen buss').boundingBox())?.x).toBeCloseTo(before.x + 90, -1);
  await expect(theme).toContainText('3 lapper');

  // One undo takes back the whole move.
  await ola.page.keyboard.press('Control+z');
  await expect.poll(async () => (await ola.note('Ingen buss').boundingBox())?.x).toBeCloseTo(before.x, -1);

  // A note dragged out is the theme's no more; a theme that is deleted takes no note with it.
  await ola.page.keyboard.press('Escape');
  const note = await centreOf(ola.note('Mange søkere'));
  await drag(ola.page, note, { x: note.x + 400, y: note.y });
  await expect(theme).toContainText('2 lapper');
  await page.keyboard.press('Escape');
  await page.locator('.theme').click();
  await expect(page.locator('.tl-container')).toHaveClass(/tl-container__focused/);
  await page.keyboard.press('Delete');
  await expect(theme).toHaveCount(0);
  await expect(ola.note('Ingen buss')).toBeVisible();
});

test('[E27] notes are tidied into a grid, and those of a colour are selected together', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  for (const text of ['En', 'To', 'Tre']) await kari.writeIn('I dag', text);
  const { page } = kari;
  await kari.note('To').click();
  await page.getByText('Rosa').click({ force: true });
  await page.keyboard.press('Escape');
  await kari.note('En').click();
  await page.getByRole('button', { name: 'Farge' }).click();
  await page.keyboard.press('Delete');
  await expect(page.locator('.note')).toHaveCount(1);
  await expect(kari.note('To')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.locator('.note')).toHaveCount(3);

  await page.keyboard.press('Escape');
  const first = await kari.note('En').boundingBox();
  if (first === null) throw new Error('Not in view.');
  const last = await centreOf(kari.note('Tre'));
  await drag(page, last, { x: last.x + 27, y: last.y + 13 });
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Rydd opp' }).click();
  await expect.poll(async () => (await kari.note('Tre').boundingBox())?.y).toBeCloseTo(first.y, 0);
});
