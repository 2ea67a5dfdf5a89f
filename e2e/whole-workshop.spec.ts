/** A whole workshop, from its rationale to what was wise, with what goes wrong in one. */
import type { Page } from '@playwright/test';
import { readNotes, type CreateBoardResponse } from '@samtavla/protocol';
import { onBoard, openBoard, type BoardPage } from './support/board-page.ts';
import { expect, PHONE, test } from './support/fixtures.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

const [RATIONALE, TODAY, DESIRED, WAY, WISE] = [
  'Begrunnelse',
  'I dag',
  'Ønsket situasjon',
  'Veien dit',
  'Lurt å ta med videre',
] as const;

const bar = (page: Page) => page.getByRole('region', { name: 'Fase', exact: true });

/** The next phase, seen by these. */
async function goOn({ page }: BoardPage, number: number, others: readonly Page[]): Promise<void> {
  await page.getByRole('button', { name: /^(Neste|Start): / }).click();
  for (const each of [page, ...others]) await expect(bar(each)).toContainText(`Fase ${number} av 10`);
}

/** In the list, with the keyboard alone. */
async function writeInList(page: Page, zone: string, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `Skriv en lapp i «${zone}»` });
  await field.focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: text })).toBeVisible();
}

async function voteFor(page: Page, ...texts: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Stem', exact: true }).press('Enter');
  for (const text of texts) await page.getByRole('button', { name: `Gi en prikk til «${text}»` }).press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Stemmen er lagret');
  await page.keyboard.press('Escape');
}

const saved = (page: Page) =>
  expect(page.locator('.saved')).toHaveAttribute('data-state', 'saved', { timeout: 60_000 });

const PRESETS = [
  ['today-first', TODAY, DESIRED],
  ['desired-first', DESIRED, TODAY],
] as const;

for (const [preset, first, second] of process.env['VERIFY'] === '1' ? PRESETS : PRESETS.slice(0, 1)) {
  test(`[E92] a workshop «${preset}» from end to end, with a reload, a lost network, a late comer and two kills: all is there once`, async ({
    server,
    newPerson,
  }) => {
    test.setTimeout(400_000);
    const response = await fetch(`${server.origin}/api/boards`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ template: 'hvor-er-vi-hvor-vil-vi', locale: 'nb', preset }),
    });
    const made = (await response.json()) as CreateBoardResponse;
    const here = (link: string) => link.replace(new URL(link).origin, server.origin);
    const participant = here(made.links.participant);
    const siri = await openBoard(await newPerson(), here(made.links.facilitator), { name: 'Siri' });
    const kari = await openBoard(await newPerson(), participant, { name: 'Kari', sector: 'Skole' });
    const onPhone = async (name: string) => {
      const page = await newPerson(PHONE);
      await page.goto(participant);
      await page.getByLabel('Hva heter du?').fill(name);
      await page.getByRole('button', { name: 'Bli med' }).tap();
      await expect(page.getByRole('region', { name: TODAY })).toBeVisible();
      return page;
    };
    const [ola, per] = [await onPhone('Ola'), await onPhone('Per')];
    const { page: nils } = await openBoard(await newPerson(), participant, { name: 'Nils' });
    await nils.getByRole('button', { name: 'Liste', exact: true }).press('Enter');
    const vera = await openBoard(await newPerson(), here(made.links.viewer), { name: 'Vera' });
    const all = [kari.page, ola, per, nils, vera.page];
    const written: string[] = [];
    const said = (text: string) => {
      written.push(text);
      return text;
    };

    await goOn(siri, 1, all);
    await kari.writeIn(RATIONALE, said('Vi vil samme vei'));
    await writeInList(ola, RATIONALE, said('Rådmannen står bak'));

    // Each writes alone: the server is killed, and a phone is in a tunnel when it is shown.
    await goOn(siri, 2, all);
    await kari.writeIn(first, said('Kari alene'));
    await writeInList(per, first, said('Per alene'));
    await Promise.all([kari.saved(), saved(per)]);
    await server.restart('SIGKILL');
    await writeInList(nils, first, said('Nils etter stansen'));
    await saved(nils);
    await ola.context().setOffline(true);
    await writeInList(ola, first, said('Ola i tunnelen'));
    await expect(vera.note('Kari alene')).toHaveCount(0);
    await goOn(siri, 3, [kari.page, nils]);
    await siri.page.getByRole('button', { name: 'Vis fram lappene' }).click();
    await expect(vera.note('Kari alene')).toBeVisible();
    await ola.context().setOffline(false);
    await expect(vera.note('Ola i tunnelen')).toBeVisible({ timeout: 60_000 });
    const liv = await openBoard(await newPerson(), participant, { name: 'Liv' });
    await expect(liv.note('Per alene')).toBeVisible();
    await liv.writeIn(first, said('Liv kom sent'));

    await goOn(siri, 4, [kari.page, ola]);
    await expect(bar(ola)).toContainText('Stengt for skriving nå');
    await goOn(siri, 5, [kari.page, ola, per, nils, liv.page]);
    await kari.writeIn(second, said('Kari ønsker'));
    await kari.page.reload();
    const again = await onBoard(kari.page);
    await expect(again.note('Kari ønsker')).toContainText('Bare du ser denne');
    await writeInList(ola, second, said('Ola ønsker'));
    await liv.writeIn(second, said('Liv ønsker'));
    await Promise.all([again.saved(), saved(ola), liv.saved()]);
    await siri.page.getByRole('button', { name: 'Vis fram lappene' }).click();
    for (const text of ['Kari ønsker', 'Ola ønsker', 'Liv ønsker']) await expect(vera.note(text)).toBeVisible();
    await goOn(siri, 6, [again.page, ola]);

    await goOn(siri, 7, [again.page, ola, per, nils]);
    await again.writeIn(WAY, said('Felles øvingsrom'));
    await writeInList(per, WAY, said('Ny buss'));
    await writeInList(nils, WAY, said('Kurs for alle'));
    await Promise.all([again.saved(), saved(per), saved(nils)]);

    // The vote, and the server is killed in the middle of it.
    await goOn(siri, 8, [again.page, ola, per, nils]);
    await siri.page.getByRole('button', { name: 'Avstemning …' }).click();
    await siri.page.getByRole('button', { name: 'Start avstemningen' }).click();
    await voteFor(again.page, 'Felles øvingsrom', 'Ny buss');
    await voteFor(nils, 'Felles øvingsrom');
    await server.restart('SIGKILL');
    await voteFor(ola, 'Felles øvingsrom', 'Kurs for alle');
    await voteFor(per, 'Ny buss');
    await expect(bar(siri.page)).toContainText(/4 av \d har stemt/, { timeout: 60_000 });
    await siri.page.getByRole('button', { name: 'Avslutt avstemningen' }).click();
    await vera.page.getByRole('button', { name: 'Se resultatet' }).click();
    await expect(vera.page.getByRole('dialog').locator('ol > li')).toHaveText([
      /Felles øvingsrom.*3 prikker/s,
      /Ny buss.*2 prikker/s,
      /Kurs for alle.*1 prikk/s,
    ]);
    await vera.page.keyboard.press('Escape');

    await goOn(siri, 9, [again.page]);
    await goOn(siri, 10, [again.page, ola]);
    await writeInList(ola, WISE, said('Lurt å møtes oftere'));
    await saved(ola);
    await siri.page.getByRole('button', { name: 'Avslutt fasene' }).click();
    await expect(bar(siri.page)).toContainText('Ingen fase er i gang');

    const joined = await joinByScript(server.origin, participant, 'Skript');
    const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas]);
    const texts = readNotes(opened[0]?.doc as never).map(({ text }) => text);
    expect(texts.toSorted()).toEqual(written.toSorted());
    close();
    await expect(vera.page.locator('.note')).toHaveCount(written.length);
    for (const page of [siri.page, again.page, ola, per, nils, liv.page])
      await expect(page.getByText('Bare du ser denne')).toHaveCount(0);
  });
}
