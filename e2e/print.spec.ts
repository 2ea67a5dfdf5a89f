import { expect, test } from './support/fixtures.ts';

test('[E68] the list is printed whole, with the board’s name and date, and nothing that is pressed', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari', { sector: 'Skole' });
  const { page } = kari;
  await page.evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.outline')?.textContent ?? '');
  });
  await kari.writeIn('I dag', 'For få rom');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await page.getByLabel('Søk i lappene').fill('finnes ikke');
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Skriv ut / lagre som PDF' }).click();
  await expect(page.locator('body')).toHaveAttribute('data-printed', /For få rom/);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-head')).toHaveText(
    /Hvor er vi, hvor vil vi.*1 lapp\. Skrevet ut \d+\. \w+ \d{4}\./,
  );
  await expect(page.getByText('For få rom')).toBeVisible();
  await expect(page.getByText('Kari · Skole')).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect((await page.pdf()).length).toBeGreaterThan(5_000);

  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => document.body.removeAttribute('data-printed'));
  await page.getByRole('button', { name: 'Lerret', exact: true }).click();
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByText('For få rom')).toBeVisible();
  await expect(page.locator('body')).not.toHaveAttribute('data-printed', /./);
});
