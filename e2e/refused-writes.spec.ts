/** What somebody wrote, and the server will not take: it stands as nobody's ghost, and is not lost to who wrote it. */
import type { CreateBoardResponse, JoinResponse } from '@samtavla/protocol';
import { onBoard, openBoard } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';
import { lineOf } from './support/line.ts';

/** A facilitator's closing and replacing the participants' link, without a browser. */
async function atLinks(origin: string, { id }: CreateBoardResponse['board'], facilitatorLink: string) {
  const ask = async <T>(method: string, path: string, body?: object, token?: string) => {
    const response = await fetch(`${origin}/api/boards/${id}${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  const secret = new URL(facilitatorLink).hash.slice(1);
  const { token } = await ask<JoinResponse>('POST', '/join', { secret, name: 'Siri' });
  return {
    close: () => ask('DELETE', '/links/participant', undefined, token),
    replace: () => ask<{ url: string }>('POST', '/links/participant', { inside: 'stay' }, token),
  };
}

test('[E47] what one wrote before the link was closed stays on the device, to be read and copied, and goes along when one is let in again', async ({
  server,
  makeBoard,
  newPerson,
  join,
}) => {
  const { board, links } = await makeBoard();
  const facilitator = await atLinks(server.origin, board, links.facilitator);
  const ola = await join(links.viewer, 'Ola');
  const firstTab = await newPerson();
  await firstTab.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const line = await lineOf(firstTab.context());
  const kari = await openBoard(firstTab, links.participant, { name: 'Kari' });
  await kari.writeIn('I dag', 'Kom fram');
  await kari.saved();
  line.cut();
  await kari.writeIn('I dag', 'Skrevet uten nett');
  await expect(firstTab.locator('.saved')).toContainText('ligger trygt på denne enheten');
  await facilitator.close();
  line.mend();

  await expect(firstTab.getByRole('alert')).toContainText('Lenken er stengt');
  await expect(firstTab.getByRole('alert')).toContainText('Det ligger på denne enheten');
  await expect(kari.note('Skrevet uten nett')).toBeVisible();
  await firstTab.close();

  const page = await firstTab.context().newPage();
  await page.goto(new URL(`/t/${board.id}`, server.origin).href);
  const again = await onBoard(page);
  await expect(page.getByRole('alert')).toContainText('Lenken er stengt');
  await again.note('Skrevet uten nett').click();
  await page.keyboard.press('Control+c');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('Skrevet uten nett');
  // Nobody else has ever seen it.
  await expect(ola.note('Kom fram')).toBeAttached();
  await expect(ola.note('Skrevet uten nett')).toHaveCount(0);

  const { url } = await facilitator.replace();
  await page.goto('about:blank');
  await page.goto(url.replace(new URL(url).origin, server.origin));
  await page.getByRole('button', { name: 'Bli med' }).click();
  await expect((await onBoard(page)).note('Skrevet uten nett')).toHaveCount(1);
  await expect(ola.note('Skrevet uten nett')).toHaveCount(1);
});

test('[E48] who comes back by a link that only looks sees the board as the others do, and loses nothing of what they wrote', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { links } = await makeBoard();
  const ola = await join(links.viewer, 'Ola');
  const firstTab = await newPerson();
  const line = await lineOf(firstTab.context());
  const kari = await openBoard(firstTab, links.participant, { name: 'Kari' });
  await kari.writeIn('I dag', 'Kom fram');
  await kari.saved();
  line.cut();
  await kari.writeIn('I dag', 'Skrevet uten nett');
  await expect(firstTab.locator('.saved')).toContainText('ligger trygt på denne enheten');
  await firstTab.close();
  line.mend();

  const page = await firstTab.context().newPage();
  await page.goto(links.viewer);
  await page.getByRole('button', { name: 'Bli med' }).click();
  const looking = await onBoard(page);
  await expect(looking.note('Kom fram')).toBeVisible();
  await expect(looking.note('Skrevet uten nett')).toHaveCount(0);

  await page.goto('about:blank');
  await page.goto(links.participant);
  await page.getByRole('button', { name: 'Bli med' }).click();
  await expect((await onBoard(page)).note('Skrevet uten nett')).toHaveCount(1);
  await expect(ola.note('Skrevet uten nett')).toHaveCount(1);
});
