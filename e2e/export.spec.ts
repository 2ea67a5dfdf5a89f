import { readFile } from 'node:fs/promises';
import { expect, test } from './support/fixtures.ts';

test('[E35] a picture of the board has the zones with their questions, the themes and the notes', async ({
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('I dag', 'Ingen buss');
  const { page } = kari;
  await kari.note('Ingen buss').click();
  await page.getByRole('button', { name: 'Samle i tema' }).click();
  await page.locator('.theme [contenteditable]').waitFor();
  await page.keyboard.type('Å komme seg hjem');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('.tl-canvas').click({ button: 'right', position: { x: 20, y: 200 } });
  await page.getByRole('menuitem', { name: 'Eksporter' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'SVG' }).click();
  const picture = await readFile(await (await download).path(), 'utf8');
  for (const words of ['I dag', 'Hvordan ser det ut i dag?', 'Å komme seg hjem', 'Ingen buss', 'Kari'])
    expect(picture).toContain(`>${words}</tspan>`.replace('>Kari</tspan>', '>Kari</text>'));
});
