/** The canvas by keyboard and by ear: from note to note in the list's order, moved without a mouse, and quiet where one wants it. */
import { expect, test } from './support/fixtures.ts';

test('[E57] by keyboard one goes from note to note in the list’s order, hears each, and moves one to another zone', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola', { sector: 'Skole' });
  // The desired situation stands to the right of today, and the way there between them.
  await ola.writeIn('Ønsket situasjon', 'Rom til alle');
  await ola.writeIn('Veien dit', 'Bygge ut');
  await ola.writeIn('I dag', 'For få rom');
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  await expect(kari.note('For få rom')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Hopp til lerretet' })).toBeFocused();
  await page.keyboard.press('Enter');
  const said = page.getByRole('main').getByRole('status', { includeHidden: true });
  await expect(said.last()).toHaveText('For få rom, Ola, Skole, I dag, Lapp. 1 av 3');
  await page.keyboard.press('Tab');
  await expect(said.last()).toHaveText('Rom til alle, Ola, Skole, Ønsket situasjon, Lapp. 2 av 3');
  await page.keyboard.press('Tab');
  await expect(said.last()).toHaveText('Bygge ut, Ola, Skole, Veien dit, Lapp. 3 av 3');
  await page.keyboard.press('Shift+Tab');
  await expect(said.last()).toContainText('2 av 3');

  await page.keyboard.press('Control+Enter');
  const moving = page.getByRole('button', { name: 'Flytt til felt …' });
  for (let presses = 0; presses < 40; presses += 1) {
    if (await moving.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(moving).toBeFocused();
  await page.keyboard.press('Enter');
  await page.locator('.move-to-zone').getByRole('button', { name: 'Lurt å ta med videre' }).press('Enter');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Lurt å ta med videre' }).getByRole('listitem')).toHaveText([
    /Rom til alle/,
  ]);
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('region', { name: 'Ønsket situasjon' }).getByRole('listitem')).toHaveCount(1);
});

test('[E57] the menu on a note, which a long press opens too, moves it to a zone', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  await kari.writeIn('I dag', 'Skal flyttes');
  await kari.note('Skal flyttes').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Flytt til felt …' }).click();
  await page.getByRole('menuitem', { name: 'Veien dit' }).click();
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Veien dit' }).getByRole('listitem')).toHaveText([/Skal flyttes/]);
});

test('[E58] others’ cursors can be hidden, and single keys silenced', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  await ola.page.mouse.move(500, 400);
  await ola.page.mouse.move(520, 420);
  await expect(page.locator('.tl-nametag, .tl-nametag-title').first()).toBeVisible();
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('checkbox', { name: 'Vis pekerne til de andre' }).uncheck();
  await page.getByRole('checkbox', { name: 'Hurtigtaster på lerretet' }).uncheck();
  await page.keyboard.press('Escape');
  await ola.page.mouse.move(600, 450);
  await expect(page.locator('.tl-nametag, .tl-nametag-title')).toHaveCount(0);
  await page.locator('.tl-canvas').click({ position: { x: 640, y: 60 } });
  await page.keyboard.press('d');
  await expect(page.getByTestId('tools.select')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('checkbox', { name: 'Hurtigtaster på lerretet' }).check();
  await page.keyboard.press('Escape');
  // Somewhere else: twice in one place is a double click, which writes a note.
  await page.locator('.tl-canvas').click({ position: { x: 60, y: 300 } });
  // tldraw listens to keys from when it has drawn that the focus is on it, which nothing on the page tells.
  await expect(async () => {
    await page.keyboard.press('d');
    await expect(page.getByTestId('tools.draw')).toHaveAttribute('aria-pressed', 'true', { timeout: 1_000 });
  }).toPass();
});
