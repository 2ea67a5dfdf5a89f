/** A person whom a facilitator removes, as both of them see it. */
import { onBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E45] who is removed is told, and comes again by the link as somebody new', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const ola = await join(links.participant, 'Ola');
  const kari = await join(links.participant, 'Kari');
  await ola.writeIn('I dag', 'Blir stående');
  await ola.saved();
  await expect(ola.page.getByRole('button', { name: /^Fjern/ })).toHaveCount(0);
  await siri.page.getByRole('button', { name: '3 er her' }).click();
  await expect(siri.page.getByRole('button', { name: 'Fjern Siri' })).toHaveCount(0);
  await siri.page.getByRole('button', { name: 'Fjern Ola' }).click();
  const dialog = siri.page.getByRole('dialog', { name: 'Fjern Ola' });
  await expect(dialog).toContainText('kan komme inn igjen');
  await dialog.getByRole('button', { name: 'Fjern fra tavla' }).click();
  await expect(dialog.getByRole('status')).toContainText('Ola er fjernet');
  await expect(ola.page.getByRole('alert')).toContainText('har fjernet deg');
  await dialog.getByRole('button', { name: 'Lag ny lenke' }).click();
  await expect(siri.page.getByRole('dialog', { name: 'Inviter til tavla' })).toBeVisible();
  await siri.page.getByRole('button', { name: 'Lukk', exact: true }).click();
  await expect(siri.note('Blir stående')).toContainText('Ola');
  await expect(kari.page.getByRole('alert')).toHaveCount(0);

  await ola.page.getByRole('alert').getByRole('button').click();
  await ola.page.getByLabel('Hva heter du?').fill('Ola igjen');
  await ola.page.getByRole('button', { name: 'Bli med' }).click();
  const again = await onBoard(ola.page);
  await again.writeIn('I dag', 'Ny lapp');
  await expect(siri.note('Ny lapp')).toContainText('Ola igjen');
});

test('[E45] who has been on the board and is gone is removed too, on a phone', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  await ola.page.goto('about:blank');
  const { page } = await join(links.facilitator, 'Siri', PHONE);
  await page.getByRole('button', { name: '1 er her' }).click();
  await page.getByRole('button', { name: 'Alle som har vært her' }).click();
  const list = page.getByRole('dialog', { name: 'Alle som har vært her' }).getByRole('listitem');
  await expect(list.filter({ hasText: 'Siri (deg)' })).toContainText('er her nå');
  await expect(list.getByRole('button', { name: 'Fjern Siri' })).toHaveCount(0);
  await list.getByRole('button', { name: 'Fjern Ola' }).click();
  await page.getByRole('button', { name: 'Fjern fra tavla' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Ola er fjernet' })).toBeVisible();
  await ola.page.goto(links.participant);
  await expect(ola.page.getByText('har fjernet deg').or(ola.page.getByLabel('Hva heter du?'))).toBeVisible();
});
