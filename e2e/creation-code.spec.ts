/** Making a board on a server whose operator asks for a code. */
import { expect, test } from './support/fixtures.ts';
import { startServer } from './support/server.ts';

test('[E38] the front page asks for the code where making a board takes one', async ({ newPerson }) => {
  const server = await startServer({ BOARD_CREATION: 'code', BOARD_CREATION_CODE: 'bare for kommunen' });
  try {
    const page = await newPerson();
    await page.goto(server.origin);
    await page.getByRole('button', { name: 'Lag tavla' }).click();
    await expect(page.getByRole('alert')).toContainText('Her trengs det en kode for å lage tavler.');
    await page.getByLabel('Kode for å lage tavler').fill('en annen kode');
    await page.getByRole('button', { name: 'Lag tavla' }).click();
    await expect(page.getByRole('button', { name: 'Lag tavla' })).toBeVisible();
    await expect(page.getByRole('alert')).toContainText('Her trengs det en kode for å lage tavler.');
    await page.getByLabel('Kode for å lage tavler').fill('bare for kommunen');
    await page.getByRole('button', { name: 'Lag tavla' }).click();
    await expect(page.getByRole('heading', { name: 'Ta vare på denne lenken' })).toBeVisible();
  } finally {
    await server.stop();
  }
});
