import { expect, PHONE, test } from './support/fixtures.ts';
import { onBoard } from './support/board-page.ts';

test('[E1] a facilitator makes a board, two join by its link, one on a phone, and they write together', async ({
  server,
  newPerson,
  join,
}) => {
  const page = await newPerson({ permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(server.origin);
  await page.getByRole('radio', { name: /Hvor er vi, hvor vil vi/ }).check();
  await page.getByRole('button', { name: 'Lag tavla' }).click();
  await expect(page.getByRole('heading', { name: 'Ta vare på denne lenken' })).toBeVisible();
  await page.getByRole('button', { name: /gå til tavla/ }).click();
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByLabel('Hvem er du her som?').selectOption('Kulturskole');
  await page.getByRole('button', { name: 'Bli med' }).click();
  const kari = await onBoard(page);

  await page.getByRole('button', { name: 'Del', exact: true }).click();
  const shared = await page.getByRole('dialog').getByRole('textbox').first().inputValue();
  expect(shared).not.toContain('localhost');
  await page.keyboard.press('Escape');
  const link = shared.replace(new URL(shared).origin, server.origin);

  const ola = await join(link, 'Ola', { sector: 'Skole' });
  const siri = await join(link, 'Siri', { ...PHONE, sector: 'Ungdom' });
  await kari.writeIn('I dag', 'Koret øver i kirka');
  await ola.writeIn('Ønsket situasjon', 'Alle barn har et instrument');
  await siri.writeIn('I dag', 'Ingen buss etter klokka ni');

  // A phone shows a zone at a time: what she does not see is not in her page.
  await siri.page.locator('.tl-canvas').focus();
  await siri.page.keyboard.press('Shift+1');
  for (const person of [kari, ola, siri]) {
    await expect(person.note('Koret øver i kirka')).toContainText('Kari');
    await expect(person.note('Koret øver i kirka')).toContainText('Kulturskole');
    await expect(person.note('Alle barn har et instrument')).toContainText('Ola');
    await expect(person.note('Ingen buss etter klokka ni')).toContainText('Ungdom');
    await person.saved();
  }

  await ola.page.mouse.move(600, 400);
  await kari.page.mouse.move(160, 450);
  await siri.page.touchscreen.tap(200, 500);
  await expect(kari.page.getByText('Ola · Skole')).toBeAttached();
  await expect(kari.page.getByText('Siri · Ungdom')).toBeAttached();
  await expect(ola.page.getByText('Kari · Kulturskole')).toBeAttached();
  await expect(siri.page.getByText('Kari · Kulturskole')).toBeAttached();
});

test('[E2] what was written is there after the server was killed and started again', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.facilitator, 'Kari');
  await kari.writeIn('I dag', 'Før strømbruddet');
  await kari.saved();
  await server.restart('SIGKILL');
  const ola = await join(links.participant, 'Ola');
  await expect(ola.note('Før strømbruddet')).toBeVisible();
  await ola.writeIn('I dag', 'Etterpå');
  await expect(kari.note('Etterpå')).toBeVisible({ timeout: 30_000 });
});

test('[E3] two people typing in one note at once lose no letter', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.facilitator, 'Kari'), await join(links.participant, 'Ola')];
  await kari.writeIn('I dag', 'Sammen:');
  const open = async ({ page, note }: typeof kari) => {
    await note('Sammen:').dblclick();
    await page.locator('.note [contenteditable]:focus').waitFor();
    await page.keyboard.press('End');
  };
  await open(kari);
  await open(ola);
  await Promise.all([kari.page.keyboard.type('a'.repeat(60)), ola.page.keyboard.type('b'.repeat(60))]);
  for (const person of [kari, ola]) {
    await expect
      .poll(async () => {
        const text = (await person.page.locator('.note-text [contenteditable]').innerText()).trim();
        return [text.length, text.replaceAll(/[^a]/g, '').length >= 60, text.replaceAll(/[^b]/g, '').length];
      })
      .toEqual(['Sammen:'.length + 120, true, 60]);
  }
});

test('[E4] undo takes back my own note, not the one another wrote after it', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.facilitator, 'Kari'), await join(links.participant, 'Ola')];
  await kari.writeIn('I dag', 'Min lapp');
  await ola.writeIn('I dag', 'Din lapp');
  await expect(kari.note('Din lapp')).toBeVisible();
  await kari.note('Min lapp').click();
  await kari.page.keyboard.press('Delete');
  await expect(ola.note('Min lapp')).toHaveCount(0);
  await kari.page.keyboard.press('Control+z');
  await expect(ola.note('Min lapp')).toBeVisible();
  await expect(ola.note('Din lapp')).toBeVisible();
});

test('[E5] without network one goes on writing, and it arrives when the network is back', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const [kari, ola] = [await join(links.facilitator, 'Kari'), await join(links.participant, 'Ola')];
  await kari.writeIn('I dag', 'Mens alt er bra');
  await kari.saved();
  await kari.page.context().setOffline(true);
  await kari.writeIn('I dag', 'Skrevet i tunnelen');
  await expect(kari.page.locator('.saved')).toContainText('ligger trygt på denne enheten');
  await kari.page.context().setOffline(false);
  await kari.saved();
  await expect(ola.note('Skrevet i tunnelen')).toBeVisible();
});
