/** What traces to which goal. */
import { expect, test } from './support/fixtures.ts';
import { measuresOf } from './support/measures.ts';

test('[E105] goals that stand fast, local ones under them and measures under those: what leads where is seen at once, by value area too', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard({ template: 'malhierarki', preset: 'future-culture-school' });
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('Lokale mål', 'Alle skoler har et samarbeid');
  const { page } = await join(links.participant, 'Kari');
  await measuresOf(page);
  await page.getByRole('button', { name: 'Mål', exact: true }).click();
  const goal = (text: string) => page.getByRole('listitem').filter({ hasText: new RegExp(`^${text}`) });
  await expect(goal('Helhetlige tjenester').first()).toContainText('Effektmål · Står fast · Ingen tiltak fører hit');
  await expect(page.getByLabel(/^Legg under mål: Helhetlige/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Legg under mål: Alle skoler' }).press('Enter');
  const above = page.getByRole('combobox', { name: 'Legg under mål: Alle skoler' });
  await expect(above).toBeFocused();
  await above.selectOption({ label: 'Helhetlige tjenester for barn og unge' });
  await expect(goal('Helhetlige tjenester').first().getByRole('listitem')).toContainText(
    'Alle skoler har et samarbeid',
  );
  await page.getByLabel('Verdiområde: Alle skoler').selectOption({ label: 'Inkluderende og mangfoldig' });
  await page.getByRole('button', { name: 'Lag tiltak som svarer på: Alle skoler' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Hva skal gjøres?' })).toBeFocused();
  await page.keyboard.type('Fast møte hver måned');
  await page.getByRole('dialog').getByLabel('Verdiområde').selectOption({ label: 'Attraktiv og relevant' });
  await page.keyboard.press('Escape');
  await expect(goal('Helhetlige tjenester').first()).toContainText('Står fast · 1 tiltak');
  await expect(goal('En klar rolle').first()).toContainText('Ingen tiltak fører hit');
  await page.getByRole('button', { name: 'Løse ender', exact: true }).click();
  const wishes = page.getByRole('region', { name: /^Ønsker uten tiltak/ });
  await expect(wishes.getByRole('listitem')).toHaveCount(3);
  await expect(wishes).not.toContainText('Helhetlige tjenester');

  await measuresOf(ola.page);
  await expect(ola.page.getByLabel('Verdiområde').getByRole('option')).toHaveText([
    'Alle verdiområder (1)',
    'Attraktiv og relevant (1)',
    'Inkluderende og mangfoldig (0)',
    'Utviklende og skapende (0)',
    'Betydningsfull og mestringsorientert (0)',
    'Uten verdiområde (0)',
  ]);
  await ola.page.getByLabel('Verdiområde').selectOption({ label: 'Utviklende og skapende (0)' });
  await expect(ola.page.getByRole('row')).toHaveCount(0);
});
