/** Text in and out: measures from a spreadsheet and to one, the list as words. */
import { expect, test } from './support/fixtures.ts';
import { measuresOf } from './support/measures.ts';

test('[E106] measures are pasted from a spreadsheet and copied to one, and the list as text, Markdown and cells', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const page = await newPerson({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(links.participant);
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByRole('button', { name: 'Bli med' }).click();
  await page.locator('.view-choice').waitFor();
  await measuresOf(page);
  await page.getByRole('button', { name: 'Lim inn fra regneark' }).click();
  const cells = [
    'Tiltak\tAnsvarlig\tFrist\tNivå\tPris',
    '"Lån ut flygelet\ntil koret"\tKari\t12.3.2027\tTjeneste\t100',
    '=Åpne skolen\tOla\ti morgen\t\t',
  ].join('\n');
  await page.getByLabel('Celler fra regnearket').fill(cells);
  const paste = page.getByRole('dialog');
  await expect(paste.getByRole('alert')).toContainText('Ikke kjent igjen: Pris.');
  await expect(paste.getByRole('alert')).toContainText('1 verdi kunne ikke leses og er tom: i morgen');
  await expect(paste.getByRole('listitem')).toHaveText([
    /Lån ut flygelet\s+til koret.*Idé · Kari · Frist 12\. mars 2027 · Tjeneste/s,
    /=Åpne skolen.*Idé · Ola/s,
  ]);
  await paste.getByRole('button', { name: 'Legg til 2 tiltak' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Angre' }).click();
  await expect(page.getByRole('row')).toHaveCount(0);
  await page.getByRole('button', { name: 'Gjør om', exact: true }).click();
  await expect(page.getByRole('row')).toHaveCount(3);

  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Kopier tabellen' }).click();
  await page.getByRole('button', { name: 'Til regneark' }).click();
  await expect(page.getByText('Kopiert. Lim inn der du vil ha det.')).toBeVisible();
  expect(await copied()).toContain(
    `"Lån ut flygelet\ntil koret"\tIdé\tKari\t2027-03-12\tTjeneste\t\t\t\t\n'=Åpne skolen\tIdé\tOla`,
  );
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await page.getByRole('button', { name: 'Kopier lista' }).click();
  await page.getByRole('button', { name: 'Som Markdown' }).click();
  await expect.poll(copied).toContain('## Veien dit\nHva skal til for å flytte oss?');
  await page.getByLabel(/^Velg «=Åpne skolen»/).check();
  await page.getByRole('button', { name: 'Kopier de valgte' }).click();
  await page.getByRole('button', { name: 'Som tekst' }).click();
  await expect
    .poll(copied)
    .toBe('VEIEN DIT\nHva skal til for å flytte oss?\n\n- =Åpne skolen (Tiltak: Idé, Ola, Kari)');
});
