/** The gallery, and boards made from what is in it. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { onBoard, openBoard } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';

test('[E96] a facilitator finds a template by what it helps with, looks at it, and makes a board of it in nynorsk', async ({
  server,
  newPerson,
}) => {
  const page = await newPerson();
  await page.goto(server.origin);
  const cards = page.locator('.template-card');
  await expect(cards).toHaveCount(5);
  await page.getByRole('button', { name: 'Underveis' }).press('Enter');
  await page.getByRole('radio', { name: /Gjort – lært – lurt/ }).check();
  await page.getByLabel('Språket på tavla').selectOption('nn');
  await page.getByText('Se felt, faser og råd').click();
  const preview = page.locator('.template-preview');
  await expect(preview).toContainText('Kva er lurt å gjere meir av, mindre av eller annleis?');
  await expect(preview).toContainText('Ta éi kolonne om gongen');
  await page.getByRole('button', { name: 'Det vanligste' }).click();
  await expect(cards).toHaveCount(6);
  await page.getByRole('button', { name: 'Lag tavla' }).click();
  await page.getByRole('button', { name: /gå til tavla/ }).click();
  // From here on the page speaks the board's language.
  await page.getByLabel('Kva heiter du?').fill('Siri');
  await page.getByRole('button', { name: 'Bli med' }).click();
  await onBoard(page);
  await expect(page.locator('.zone-title')).toHaveText(['Gjort', 'Lært', 'Lurt']);
  await page.getByRole('button', { name: 'Lei', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Lei verkstaden' })).toContainText(
    'ikkje hopp til kva som er lurt',
  );
});

test('[E98] on an open board a facilitator adds zones of a template, by keyboard, and others see them beside what is there', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard({ template: 'hvor-er-vi' });
  const page = await newPerson();
  await openBoard(page, links.facilitator, { name: 'Siri' });
  const ola = await join(links.participant, 'Ola');
  const there = await page.locator('.zone-title').count();
  await page.getByRole('button', { name: 'Meny' }).press('Enter');
  await page.getByRole('button', { name: 'Felt fra en mal' }).press('Enter');
  await page.getByLabel('Mal', { exact: true }).selectOption({ label: 'Gjort – lært – lurt' });
  await page.getByRole('checkbox', { name: /Lært/ }).press('Space');
  await page.getByRole('button', { name: 'Legg til 2 felt' }).press('Enter');
  await expect(page.locator('.zone-title').getByText('Lurt')).toBeInViewport();
  await expect(ola.page.locator('.zone-title')).toHaveCount(there + 2);
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2 }).getByText('Gjort')).toBeVisible();
  await page.getByRole('button', { name: 'Meny' }).press('Enter');
  await page.getByRole('button', { name: 'Felt fra en mal' }).press('Enter');
  await page.getByRole('button', { name: /Legg til \d+ felt/ }).press('Enter');
  await expect(page.locator('h2:focus')).toBeInViewport();
});

test('[E99] a facilitator saves a board as a template, another makes a board of it by its link and by its file, and only the first deletes it', async ({
  server,
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard({ template: 'gjort-laert-lurt' });
  const page = await newPerson();
  const siri = await openBoard(page, links.facilitator, { name: 'Siri' });
  const ola = await join(links.participant, 'Ola Hemmelig');
  await ola.writeIn('Gjort', 'Bare for oss');
  await siri.writeIn('Gjort', 'Eksempel: en konsert');
  await expect(page.locator('.note').getByText('Bare for oss')).toBeVisible();
  await siri.saved();
  await page.getByRole('button', { name: 'Meny' }).press('Enter');
  await page.getByRole('button', { name: 'Lagre som mal' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Navn på malen').fill('Etter konserten');
  await dialog.getByText('Gjort: 0 av 2').press('Enter');
  await dialog.getByRole('checkbox', { name: 'Eksempel: en konsert' }).press('Space');
  await dialog.getByRole('button', { name: 'Lagre malen' }).press('Enter');
  const shown = await dialog.getByRole('textbox', { name: 'Lenke til malen' }).inputValue();
  expect(new URL(shown).hostname).not.toBe('localhost');
  const link = shown.replace(new URL(shown).origin, server.origin);

  const kari = await newPerson();
  await kari.goto(link);
  await expect(kari.getByLabel('Tittel')).toHaveValue('Etter konserten');
  await expect(kari.getByRole('button', { name: 'Slett malen' })).toHaveCount(0);
  const [download] = await Promise.all([
    kari.waitForEvent('download'),
    kari.getByRole('link', { name: 'Last ned som fil' }).click(),
  ]);
  const file = await download.path();
  expect(await readFile(file, 'utf8')).not.toMatch(/Ola|Hemmelig|Siri|Bare for oss/);
  await kari.getByRole('button', { name: 'Lag tavla' }).click();
  await kari.getByRole('button', { name: /gå til tavla/ }).click();
  await kari.getByLabel('Hva heter du?').fill('Kari');
  await kari.getByRole('button', { name: 'Bli med' }).click();
  await onBoard(kari);
  await expect(kari.locator('.zone-title')).toHaveText(['Gjort', 'Lært', 'Lurt']);
  await expect(kari.locator('.note')).toHaveText(/Eksempel: en konsert/);

  await page.goto(link);
  await page.getByRole('button', { name: 'Slett malen' }).click();
  await page.getByRole('button', { name: 'Ja, slett den' }).click();
  await expect(page.getByLabel('Tittel')).not.toHaveValue('Etter konserten');
  await kari.goto(link);
  await expect(kari.getByRole('alert')).toContainText('Malen finnes ikke lenger');
  await kari.goto(server.origin);
  await kari.getByRole('button', { name: 'Lagret her' }).click();
  await kari.locator('input[type=file]').setInputFiles(file);
  await expect(kari.getByLabel('Tittel')).toHaveValue('Etter konserten');
  await kari
    .locator('input[type=file]')
    .setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(kari.getByRole('alert')).toContainText('Fila er ikke en mal fra Samtavla');
});

/** Zones whose words do not fit in them, or that lie on another. */
const misfits = (page: Page) =>
  page.locator('.zone-heading').evaluateAll((headings) => {
    const grounds = [...document.querySelectorAll('.zone-ground')].map((ground) => ground.getBoundingClientRect());
    const overlapping = grounds.filter((a, at) =>
      grounds.some(
        (b, other) => other > at && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom,
      ),
    );
    const outside = headings.filter((heading) => {
      const { left, right, top } = heading.getBoundingClientRect();
      const ground = grounds.find((one) => Math.abs(one.left - left) < 2 && Math.abs(one.top - top) < 2);
      const words = [...heading.querySelectorAll('h2, p')].map((text) => {
        const range = document.createRange();
        range.selectNodeContents(text);
        return range.getBoundingClientRect();
      });
      return ground === undefined || words.some((box) => box.right > right + 1 || box.bottom > ground.bottom);
    });
    return [...outside.map((heading) => heading.textContent), ...overlapping.map(() => 'overlapping')];
  });

/** A ring, a ladder and a map of cells; all there are, in each language, when all is tried. */
async function tried(origin: string): Promise<[template: string, locale: 'nb' | 'nn' | 'en'][]> {
  if (process.env['VERIFY'] !== '1')
    return [
      ['aksjonslaering', 'nb'],
      ['medvirkningstrapp', 'nn'],
      ['tiltakskart', 'en'],
    ];
  const answer = await fetch(`${origin}/api/templates`);
  const { templates } = (await answer.json()) as { templates: { id: string }[] };
  const withZones = templates.map(({ id }) => id).filter((id) => id !== 'tom-tavle');
  return withZones.flatMap((id) =>
    (['nb', 'nn', 'en'] as const).map((locale): [string, typeof locale] => [id, locale]),
  );
}

test('[E97] on a board of each shape no zone lies on another, and all its words are there', async ({
  server,
  makeBoard,
  newPerson,
}) => {
  const boards = await tried(server.origin);
  expect(boards.length).toBeGreaterThan(2);
  test.setTimeout(60_000 * boards.length);
  for (const [template, locale] of boards) {
    const { links } = await makeBoard({ template, locale });
    const page = await newPerson();
    await page.goto(links.participant);
    // The page speaks the board's language.
    await page.locator('.join-form input').first().fill('Kari');
    await page.locator('.join-form [type=submit]').click();
    await onBoard(page);
    expect(await misfits(page), `${template} in ${locale}`).toEqual([]);
    await page.context().close();
  }
});
