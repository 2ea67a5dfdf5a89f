/** A finished board to look at, from the front page. */
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E107] a newcomer looks at a finished workshop, in their own language, and nothing of it is anybody’s board', async ({
  server,
  newPerson,
}) => {
  const page = await newPerson();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(server.origin);
  await page.getByRole('link', { name: 'Se en ferdig tavle' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kulturskolen i Solvik: for alle, der de er');
  await expect(page.locator('.first-painting')).toHaveAttribute('data-painted', 'true');
  await expect(page.locator('.first-painting .theme')).toHaveText([
    /Avstand og pris/,
    /Vi kjenner ikke/,
    /Der barna er/,
  ]);
  asked.length = 0;
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Ønsket situasjon' })).toContainText('før bussen går');
  await expect(page.getByRole('region', { name: 'Ønsket situasjon' }).getByRole('button')).toHaveCount(0);
  await page.getByRole('button', { name: 'Tiltak', exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(6);
  await page.getByRole('button', { name: /^Fritidskortet kan brukes/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Ingen må forklare hvorfor de ikke kan betale');
  await page.keyboard.press('Escape');
  await page.getByLabel('Språk').selectOption('nn');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kulturskulen i Solvik: for alle, der dei er');
  expect(asked.filter((path) => path.startsWith('/api/') || path.startsWith('/sync/'))).toEqual([]);

  const phone = await newPerson(PHONE);
  await phone.goto(`${server.origin}/example`);
  await phone.getByRole('button', { name: 'Tiltak', exact: true }).tap();
  await expect(phone.getByRole('listitem')).toHaveCount(5);
  await phone.getByRole('link', { name: 'Lag en egen tavle' }).tap();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Tenk sammen, på én tavle');
});
