import { expect, test } from './support/fixtures.ts';

test('[E28] others see what one has selected and says, follow where one looks, and see one leave', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  const ola = await join(links.participant, 'Ola');
  await kari.writeIn('I dag', 'Se på denne');
  await expect(ola.note('Se på denne')).toBeVisible();

  await kari.note('Se på denne').click();
  await expect(ola.page.locator('.tl-collaborator__shape-indicator')).toHaveCount(1);
  await kari.page.keyboard.press('Escape');
  await expect(ola.page.locator('.tl-collaborator__shape-indicator')).toHaveCount(0);

  await kari.page.mouse.move(500, 400);
  await kari.page.keyboard.press('/');
  await expect(kari.page.locator('.tl-cursor-chat')).toBeFocused();
  await kari.page.keyboard.type('Hva med bussen?');
  await expect(ola.page.locator('.tl-collaborator__cursor').getByText('Hva med bussen?')).toBeVisible();
  await kari.page.keyboard.press('Escape');

  // The laser leaves a trail where it is seen.
  await kari.page.locator('.tl-canvas').focus();
  await kari.page.keyboard.press('k');
  await expect(async () => {
    await kari.page.mouse.move(400, 300);
    await kari.page.mouse.move(600, 420, { steps: 20 });
    await expect(ola.page.locator('.tl-collaborator__scribble')).toBeAttached({ timeout: 500 });
  }).toPass();
  await expect(ola.page.locator('.tl-collaborator__scribble')).toHaveCount(0);
  await kari.page.keyboard.press('v');

  // Ola goes where Kari looks, until he moves the view himself.
  await ola.page
    .getByRole('button', { name: /2 er her|2/ })
    .first()
    .click();
  await ola.page.getByRole('button', { name: 'Følg Kari' }).click();
  await kari.page.locator('.tl-canvas').focus();
  await kari.page.keyboard.press('Shift+0');
  await expect(ola.page.getByTestId('minimap.zoom-menu-button')).toContainText('100');
  await expect(ola.page.locator('.tlui-following-indicator')).toBeAttached();
  await ola.page.mouse.move(640, 400);
  await ola.page.mouse.wheel(0, 200);
  await expect(ola.page.locator('.tlui-following-indicator')).toHaveCount(0);

  await kari.page.context().close();
  await expect(ola.page.locator('.tl-collaborator__cursor')).toHaveCount(0);
});
