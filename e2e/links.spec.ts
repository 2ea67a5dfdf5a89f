/** Links that somebody wrote on a board: where they open, what is told, and what is no link. */
import { addRecord, fragmentOfRichText, type RecordId } from '@samtavla/protocol';
import { expect, test } from './support/fixtures.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

const linkTo = (href: string, text: string) =>
  fragmentOfRichText({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }] }],
  });

test('[E55] a link in a note or on a shape opens in a tab of its own, and a script is no link', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const { page } = await join(links.participant, 'Kari');
  const joined = await joinByScript(server.origin, links.participant, 'Mallory');
  const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas]);
  const [canvas] = opened.map(({ doc }) => doc);
  if (canvas === undefined) throw new Error('Nothing was opened.');
  const target = `${server.origin}/livez`;
  let count = 0;
  const place = () => [300 * (count += 1) - 600, -400, 0];
  const note = (href: string, text: string) =>
    addRecord(canvas, `note-${text}` as RecordId, { kind: 'note', at: place(), index: 'a1', text: linkTo(href, text) });
  const box = (url: string, name: string) =>
    addRecord(canvas, `box-${name}` as RecordId, {
      kind: 'shape',
      type: 'geo',
      at: place(),
      index: 'a1',
      'p.url': url,
    });
  note(target, 'trygg');
  note('javascript:globalThis.ran=1', 'skript');
  note('data:text/html,<script>1</script>', 'data');
  note(' javascript:globalThis.ran=1', 'mellomrom');
  box(target, 'trygg');
  box('javascript:globalThis.ran=1', 'skript');
  await expect(page.locator('.note').filter({ hasText: 'mellomrom' })).toBeAttached();
  await page.keyboard.press('Shift+1');

  const safe = page.locator('.note').getByRole('link', { name: 'trygg' });
  for (const link of [safe, page.locator('.tl-hyperlink-button')]) {
    await expect(link).toHaveCount(1);
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
    const popup = page.waitForEvent('popup');
    await link.dispatchEvent('click');
    const tab = await popup;
    await tab.waitForURL(target);
    expect(await tab.evaluate(() => [opener === null, document.referrer])).toEqual([true, '']);
    await tab.close();
  }
  for (const text of ['skript', 'data', 'mellomrom']) {
    const words = page.locator('.note').getByText(text);
    await expect(words).toBeAttached();
    await words.dispatchEvent('click');
  }
  await expect(page.locator('.tl-canvas a:not([rel="noopener noreferrer"])')).toHaveCount(0);
  await expect(page.locator('.tl-canvas a[href^="javascript:"], .tl-canvas a[href^="data:"]')).toHaveCount(0);
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  close();
});
