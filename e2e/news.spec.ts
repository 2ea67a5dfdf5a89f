/** What others do is told in batches, to whoever listens and to whoever sees, and can be silenced. */
import { openBoard } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E56] what others wrote is told once, in one sentence, with a way there; what I do is not', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola', { sector: 'Skole' });
  const { page } = await join(links.participant, 'Kari');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  const said = page.locator('.board-news-said');
  await expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved');
  await page.getByLabel('Skriv en lapp i «I dag»').fill('Min egen');
  await page.keyboard.press('Enter');
  await ola.writeIn('I dag', 'Fra Ola');
  await ola.writeIn('I dag', 'En til');
  await expect(said).toHaveText('2 nye lapper i I dag, fra Skole.');
  await page.getByLabel('Søk i lappene').fill('finnes ikke');
  await page.getByRole('button', { name: 'Gå dit' }).click();
  await expect(page.getByRole('button', { name: 'Rediger «Fra Ola»' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Gå dit' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('checkbox', { name: 'Si fra om det andre gjør' }).uncheck();
  await page.keyboard.press('Escape');
  await ola.writeIn('I dag', 'Stille');
  await expect(page.getByRole('region', { name: 'I dag' }).getByRole('listitem')).toHaveCount(4);
  await expect(said).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Meny' }).click();
  await expect(page.getByRole('checkbox', { name: 'Si fra om det andre gjør' })).not.toBeChecked();
});

test('[E56] on the canvas «gå dit» moves the view to what came, also on a phone', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  const page = await newPerson(PHONE);
  const kari = await openBoard(page, links.participant, { name: 'Kari' });
  await kari.saved();
  await ola.writeIn('Lurt å ta med videre', 'Der borte');
  await page.getByRole('button', { name: 'Gå dit' }).tap();
  await expect(kari.note('Der borte')).toBeInViewport({ ratio: 0.9 });
});
