/** A link that ends by itself, as those on both sides of it see it. */
import { expect, test } from './support/fixtures.ts';

test.use({ timezoneId: 'Europe/Oslo', locale: 'nb-NO' });

test('[E39] a facilitator gives a link an end, sees it, moves it and takes it off', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const { page } = await join(links.facilitator, 'Siri');
  await page.getByRole('button', { name: 'Del', exact: true }).click();
  const section = page.getByRole('region', { name: 'For deltakere' });
  await section.getByRole('button', { name: 'Sett sluttid' }).click();
  const field = section.getByLabel('Lenken virker til');
  await expect(field).toHaveValue(/T16:00$/);
  await field.fill('2035-06-01T12:30');
  await section.getByRole('button', { name: 'Lagre sluttiden' }).click();
  await expect(section.getByText('Virker til fredag 1. juni 2035 kl. 12:30.')).toBeVisible();
  await section.getByRole('button', { name: 'Endre sluttid' }).click();
  await expect(field).toHaveValue('2035-06-01T12:30');
  await field.fill('2020-01-01T12:00');
  await section.getByRole('button', { name: 'Lagre sluttiden' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'allerede passert' })).toBeVisible();
  await section.getByRole('button', { name: 'Endre sluttid' }).click();
  await section.getByRole('button', { name: 'Fjern sluttiden' }).click();
  await expect(section.getByRole('button', { name: 'Sett sluttid' })).toBeVisible();
  await expect(section.getByText('Virker til')).toHaveCount(0);
});

test('[E39] at its end those inside are told, and a later end lets them in again', async ({
  server,
  makeBoard,
  join,
}) => {
  const { board, links } = await makeBoard();
  const siri = await join(links.facilitator, 'Siri');
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Blir stående');
  await ola.saved();
  const { token } = await siri.page.evaluate(
    (key) => (JSON.parse(localStorage.getItem(key) ?? '') as { joined: { token: string } }).joined,
    `samtavla:session:${board.id}`,
  );
  const answer = await fetch(`${server.origin}/api/boards/${board.id}/links/participant/end`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ endsAt: Date.now() + 1_500 }),
  });
  expect(answer.status).toBe(200);
  await expect(ola.page.getByRole('alert')).toContainText('gjaldt for en bestemt tid');
  await expect(siri.note('Blir stående')).toBeAttached();
  await ola.page.reload();
  await expect(ola.page.getByText('gjaldt for en bestemt tid')).toBeVisible();

  await siri.page.getByRole('button', { name: 'Del', exact: true }).click();
  const section = siri.page.getByRole('region', { name: 'For deltakere' });
  await expect(section.getByText('Sluttet å virke')).toBeVisible();
  await section.getByRole('button', { name: 'Endre sluttid' }).click();
  await section.getByRole('button', { name: 'Lagre sluttiden' }).click();
  await expect(section.getByText('Virker til')).toBeVisible();
  await ola.page.reload();
  await expect(ola.note('Blir stående')).toBeVisible();
});
