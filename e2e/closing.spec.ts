/** Links that a facilitator closes and replaces, as those inside see it. */
import { onBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E36] closing the participants’ link throws them out with a sentence, and a new link lets them in again', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Blir stående');
  await ola.saved();
  await siri.page.getByRole('button', { name: 'Del', exact: true }).click();
  const dialog = siri.page.getByRole('dialog', { name: 'Inviter til tavla' });
  const section = dialog.getByRole('region', { name: 'For deltakere' });
  await section.getByRole('button', { name: 'Steng lenken' }).click();
  await expect(section.getByText('mister tavla med en gang')).toBeVisible();
  await expect(ola.page.getByRole('alert')).toHaveCount(0);
  await section.getByRole('button', { name: 'Steng lenken' }).click();
  await expect(section.getByText('Ingen kommer inn før du lager en ny.')).toBeVisible();
  await expect(ola.page.getByRole('alert')).toContainText('Lenken er stengt');
  await expect(siri.note('Blir stående')).toBeAttached();
  await ola.page.reload();
  await expect(ola.page.getByText('Lenken er stengt')).toBeVisible();

  await section.getByRole('button', { name: 'Lag ny lenke' }).click();
  const link = await section.getByRole('textbox', { name: 'Lenke for deltakere' }).inputValue();
  expect(link).not.toBe(links.participant);
  await ola.page.goto('about:blank');
  await ola.page.goto(link.replace(new URL(link).origin, server.origin));
  await ola.page.getByRole('button', { name: 'Bli med' }).click();
  const again = await onBoard(ola.page);
  await expect(again.note('Blir stående')).toContainText('Ola');
  await again.writeIn('I dag', 'Inne igjen');
  await expect(siri.note('Inne igjen')).toBeAttached();
});

test('[E36] a facilitator who throws out the others by a new link stays, and finds the new link', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const [siri, ola] = [await join(links.facilitator, 'Siri'), await join(links.facilitator, 'Ola')];
  await siri.page.getByRole('button', { name: 'Del', exact: true }).click();
  const dialog = siri.page.getByRole('dialog', { name: 'Inviter til tavla' });
  await dialog.getByText('For medfasilitatorer').click();
  const own = dialog.getByRole('group').filter({ hasText: 'For medfasilitatorer' });
  await own.getByRole('button', { name: 'Ny lenke' }).click();
  await own.getByRole('button', { name: 'Kast dem ut' }).click();
  await expect(ola.page.getByRole('alert')).toContainText('Lenken er stengt');
  await expect(own.getByRole('textbox', { name: 'Lenken din som fasilitator' })).not.toHaveValue(
    new RegExp(new URL(links.facilitator).hash),
  );
  const link = await own.getByRole('textbox', { name: 'Lenken din som fasilitator' }).inputValue();
  await dialog.getByRole('button', { name: 'Lukk' }).click();
  await siri.page.getByRole('button', { name: 'Del', exact: true }).click();
  await dialog.getByText('For medfasilitatorer').click();
  await expect(own.getByRole('textbox', { name: 'Lenken din som fasilitator' })).toHaveValue(link);
  const kari = await join(link.replace(new URL(link).origin, server.origin), 'Kari');
  await kari.writeIn('I dag', 'Hei');
  await expect(siri.note('Hei')).toBeAttached();
});

test('[E37] the code on the projector lets a phone in, and a wrong one gets a sentence', async ({
  server,
  makeBoard,
  join,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  await siri.page.getByRole('button', { name: 'Del', exact: true }).click();
  await siri.page.getByRole('button', { name: 'Vis stor kode på skjermen' }).click();
  const digits = siri.page.getByRole('dialog').getByText(/^\d{4} \d{4}$/);
  await expect(digits).toBeInViewport({ ratio: 1 });
  const code = (await digits.textContent()) ?? '';

  const phone = await newPerson(PHONE);
  await phone.goto(server.origin);
  await phone.getByLabel('Har du fått en kode?').fill(code.replaceAll(/\d/g, (digit) => String(9 - Number(digit))));
  await phone.getByRole('button', { name: 'Gå til tavla' }).click();
  await expect(phone.getByRole('alert')).toContainText('Ingen tavle viser denne koden nå');
  await phone.getByLabel('Har du fått en kode?').fill(code);
  await phone.getByRole('button', { name: 'Gå til tavla' }).click();
  await phone.getByLabel('Hva heter du?').fill('Ola');
  await phone.getByRole('button', { name: 'Bli med' }).click();
  const ola = await onBoard(phone);
  expect(phone.url()).not.toContain('#');
  await ola.writeIn('I dag', 'Fra telefonen');
  await expect(siri.note('Fra telefonen')).toBeAttached();
});
