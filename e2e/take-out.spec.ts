/** What one person wrote, taken out, as those on the board see it. */
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E46] what a person wrote is counted and taken out, and what others wrote stays', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('I dag', 'Fra Kari');
  await kari.writeIn('I dag', 'Kari igjen');
  await kari.saved();
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Fra Ola');
  await ola.saved();
  const { page } = await join(links.facilitator, 'Siri', PHONE);
  await page.getByRole('button', { name: '3 er her' }).click();
  await page.getByRole('button', { name: 'Alle som har vært her' }).click();
  await page.getByRole('button', { name: 'Ta bort det Kari har skrevet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ta bort det Kari har skrevet' });
  await expect(dialog).toContainText('Lapper: 2');
  await expect(dialog).toContainText('blir som det er');
  await expect(ola.note('Fra Kari')).toBeAttached();
  await dialog.getByRole('button', { name: 'Ta det bort' }).click();
  await expect(dialog.getByRole('status')).toContainText('Dette er tatt bort');
  await expect(ola.note('Kari')).toHaveCount(0);
  await expect(kari.note('Kari')).toHaveCount(0);
  await expect(ola.note('Fra Ola')).toBeAttached();
  await expect(kari.page.getByRole('alert')).toHaveCount(0);
});
