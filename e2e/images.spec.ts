/** Images on a board: how they come there, what of them is kept, who sees them, and what is turned away. */
import type { Page } from '@playwright/test';
import { addRecord, recordsOfKind, stringOf, type RecordId } from '@samtavla/protocol';
import type * as Y from 'yjs';
import { expect, test } from './support/fixtures.ts';
import { dropFiles, pastePng, picture, SECRET_PLACE, withExif } from './support/pictures.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

const shapes = (page: Page) => page.locator('.tl-shape[data-shape-type="image"]');
/** Those that are seen: loaded, and with a size of their own. */
const sizes = (page: Page) =>
  shapes(page)
    .locator('img')
    .evaluateAll((all) =>
      all.map((each) => [(each as HTMLImageElement).naturalWidth, (each as HTMLImageElement).naturalHeight]),
    );

const said = (page: Page, sentence: string) => page.locator('.tlui-toast__description').filter({ hasText: sentence });

const assetIds = (canvas: Y.Doc): string[] =>
  [...recordsOfKind(canvas, 'shape')].flatMap(
    ([, record]) => stringOf(record, 'p.assetId')?.replace('asset:', '') ?? [],
  );

/** Every address the page asks for that is not its own origin's, or made in the page. */
function watchOrigins(page: Page, own: string): string[] {
  const foreign: string[] = [];
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(blob|data):/.test(url)) foreign.push(url);
  });
  return foreign;
}

test('[E50] pasted, dropped and picked images are on everybody’s board, without what the camera wrote', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.facilitator, 'Kari', CLIPBOARD);
  const foreign = watchOrigins(kari.page, server.origin);
  const ola = await join(links.viewer, 'Ola');
  const png = await picture(kari.page, { type: 'image/png', w: 300, h: 200, seeThrough: true });
  const photo = withExif(await picture(kari.page, { type: 'image/jpeg', w: 3_000, h: 1_500 }));
  expect(photo.includes(SECRET_PLACE)).toBe(true);

  await pastePng(kari.page, png);
  for (const { page } of [kari, ola]) await expect.poll(() => sizes(page)).toEqual([[300, 200]]);
  await dropFiles(kari.page, [{ name: 'IMG_1.jpg', type: 'image/jpeg', bytes: photo }]);
  // Upright, and no longer than a board shows.
  for (const { page } of [kari, ola]) await expect.poll(() => sizes(page)).toContainEqual([1_024, 2_048]);
  const chooser = kari.page.waitForEvent('filechooser');
  await kari.page.getByTestId('tools.asset').click();
  await (
    await chooser
  ).setFiles({
    name: 'tegning.png',
    mimeType: 'image/png',
    buffer: await picture(kari.page, { type: 'image/png', w: 40, h: 40 }),
  });
  for (const { page } of [kari, ola]) await expect.poll(() => sizes(page)).toHaveLength(3);
  await kari.saved();

  await ola.page.reload();
  await expect.poll(() => sizes(ola.page)).toHaveLength(3);
  await expect.poll(() => sizes(ola.page)).toContainEqual([1_024, 2_048]);

  const joined = await joinByScript(server.origin, links.viewer, 'Skript');
  const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas]);
  const ids = opened.flatMap(({ doc }) => assetIds(doc));
  expect(ids).toHaveLength(3);
  const types = await Promise.all(
    ids.map(async (id) => {
      const answer = await fetch(`${server.origin}/api/boards/${joined.board.id}/assets/${id}`, {
        headers: { authorization: `Bearer ${joined.token}` },
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect([bytes.includes(SECRET_PLACE), bytes.includes('Exif')]).toEqual([false, false]);
      return answer.headers.get('content-type');
    }),
  );
  expect(types.filter((type) => type === 'image/webp')).toHaveLength(2);
  expect(types).toContain('image/png');
  close();
  expect(foreign).toEqual([]);
});

test('[E51] what is no image for a board gets its sentence, and leaves nothing behind', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  const { page } = kari;
  const drop = (name: string, type: string, text: string) =>
    dropFiles(page, [{ name, type, bytes: Buffer.from(text, 'latin1') }]);
  await drop('a.svg', 'image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  await expect(said(page, 'SVG-bilder kan ha programkode i seg')).toBeVisible();
  await drop('a.heic', '', '\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic');
  await expect(said(page, 'Nettleseren din kan ikke vise HEIC-bilder')).toBeVisible();
  await drop('a.png', 'image/png', '\u0089PNG\r\n\u001A\n and no more');
  await expect(said(page, 'Nettleseren din kan ikke lese bildet')).toBeVisible();
  await drop('a.pdf', 'application/pdf', '%PDF-1.7');
  await expect(said(page, 'Bare bilder kan legges på tavla')).toBeVisible();
  await expect(shapes(page)).toHaveCount(0);

  // While it is on its way it is shown to be, and what the server refuses goes away with a reason.
  const png = { name: 'a.png', type: 'image/png', bytes: await picture(page, { type: 'image/png', w: 30, h: 30 }) };
  const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/assets', async (route) => {
    await asked;
    await route.fulfill({ status: 409, json: { code: 'assets-full', message: '' } });
  });
  await dropFiles(page, [png]);
  await expect(page.getByText('Bildet lastes opp …')).toBeVisible();
  answer();
  await expect(said(page, 'Tavla har ikke plass til flere bilder.')).toBeVisible();
  await expect(page.getByText('Bildet lastes opp …')).toHaveCount(0);
  await expect(shapes(page)).toHaveCount(0);
  await page.unroute('**/assets');
});

test('[E51] without network an image is refused before anything is placed', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const { page } = await join(links.participant, 'Kari');
  const bytes = await picture(page, { type: 'image/png', w: 30, h: 30 });
  await page.context().setOffline(true);
  await expect(page.locator('.saved')).toHaveAttribute('data-state', /offline/, { timeout: 40_000 });
  await dropFiles(page, [{ name: 'a.png', type: 'image/png', bytes }]);
  await expect(said(page, 'Bilder trenger nett')).toBeVisible();
  await expect(shapes(page)).toHaveCount(0);
  await expect(page.getByText('Bildet lastes opp …')).toHaveCount(0);
});

test('[E52] an image is undone, copied and described like all else, and goes along to another board', async ({
  makeBoard,
  join,
}) => {
  const [first, second] = [await makeBoard(), await makeBoard()];
  const kari = await join(first.links.facilitator, 'Kari', CLIPBOARD);
  const ola = await join(first.links.participant, 'Ola');
  const { page } = kari;
  await pastePng(page, await picture(page, { type: 'image/png', w: 300, h: 200 }));
  const both = async (count: number) => {
    for (const each of [kari, ola]) await expect(shapes(each.page)).toHaveCount(count);
  };
  await both(1);
  await page.keyboard.press('Control+z');
  await both(0);
  await page.keyboard.press('Control+Shift+z');
  await both(1);
  await expect.poll(() => sizes(page)).toEqual([[300, 200]]);

  await shapes(page).first().click();
  await page.getByRole('button', { name: 'Alternativ tekst' }).click();
  await page.getByTestId('media-toolbar.alt-text-input').fill('En rød og en blå halvdel');
  await page.keyboard.press('Enter');
  await ola.page.reload();
  await expect.poll(() => sizes(ola.page)).toEqual([[300, 200]]);
  await expect(ola.page.getByRole('img', { name: 'En rød og en blå halvdel' })).toBeAttached();

  await page.keyboard.press('Control+d');
  await both(2);
  await page.keyboard.press('Control+c');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)))
    .toContain('text/html');
  await page.keyboard.press('Control+v');
  await both(3);
  await expect.poll(() => sizes(ola.page)).toEqual([1, 2, 3].map(() => [300, 200]));

  await page.goto(second.links.facilitator);
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByRole('button', { name: 'Bli med' }).click();
  await expect(page.locator('.zone-heading').first()).toBeAttached();
  await page.locator('.tl-canvas').click({ position: { x: 640, y: 90 }, force: true });
  await page.keyboard.press('Control+v');
  await expect.poll(() => sizes(page)).toEqual([[300, 200]]);
  const siri = await join(second.links.viewer, 'Siri');
  await expect.poll(() => sizes(siri.page)).toEqual([[300, 200]]);

  await shapes(page).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Bytt ut bilde/ }).click();
  const buffer = await picture(page, { type: 'image/png', w: 60, h: 60 });
  await (await chooser).setFiles({ name: 'annet.png', mimeType: 'image/png', buffer });
  for (const each of [page, siri.page]) await expect.poll(() => sizes(each)).toEqual([[60, 60]]);
});

test('[E53] a viewer adds no image, neither by hand nor with the token', async ({ server, makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.facilitator, 'Kari');
  const viewer = await join(links.viewer, 'Gjest', CLIPBOARD);
  const png = await picture(viewer.page, { type: 'image/png', w: 30, h: 30 });
  const uploads: string[] = [];
  viewer.page.on('request', (request) => request.url().endsWith('/assets') && uploads.push(request.url()));
  await dropFiles(viewer.page, [{ name: 'a.png', type: 'image/png', bytes: png }]);
  await pastePng(viewer.page, png);
  await kari.writeIn('I dag', 'Etter forsøket');
  await expect(viewer.note('Etter forsøket')).toBeVisible();
  for (const { page } of [kari, viewer]) await expect(shapes(page)).toHaveCount(0);
  expect(uploads).toEqual([]);

  const { board, token } = await joinByScript(server.origin, links.viewer, 'Skript');
  const { status } = await fetch(`${server.origin}/api/boards/${board.id}/assets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: new Uint8Array(png),
  });
  expect(status).toBe(403);
});

test('[E54] no address in a record is ever asked for, and what would show another site is not shown', async ({
  server,
  makeBoard,
  join,
}) => {
  const { links } = await makeBoard();
  const kari = await join(links.facilitator, 'Kari');
  const foreign = watchOrigins(kari.page, server.origin);
  const joined = await joinByScript(server.origin, links.participant, 'Mallory');
  const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas]);
  const [canvas] = opened.map(({ doc }) => doc);
  if (canvas === undefined) throw new Error('Nothing was opened.');
  const EVIL = 'http://evil.test/pixel.png';
  const put = (id: string, type: string, values: Record<string, unknown>) =>
    addRecord(canvas, id as RecordId, {
      kind: 'shape',
      type,
      at: [300, 600, 0],
      index: 'a1',
      'p.w': 300,
      'p.h': 300,
      ...values,
    });
  put('image-1', 'image', { 'p.assetId': `asset:${EVIL}`, 'm.src': EVIL });
  put('image-2', 'image', { 'p.assetId': 'asset:../../../livez', 'm.src': EVIL });
  put('image-3', 'image', { 'p.assetId': `asset:${'0'.repeat(64)}` });
  put('embed', 'embed', { 'p.url': 'https://www.youtube.com/watch?v=x' });
  put('video', 'video', { 'p.assetId': `asset:${EVIL}` });
  put('bookmark', 'bookmark', { 'p.assetId': `asset:${EVIL}`, 'p.url': EVIL });
  addRecord(canvas, 'asset-1' as RecordId, { kind: 'asset', typeName: 'asset', type: 'image', 'p.src': EVIL });

  await kari.writeIn('I dag', 'Alt virker');
  await expect(shapes(kari.page)).toHaveCount(3);
  await expect(kari.page.locator('.tl-shape').locator('iframe, video, img[src^="http"]')).toHaveCount(0);
  await expect(
    kari.page.locator(
      '.tl-shape:is([data-shape-type="embed"], [data-shape-type="video"], [data-shape-type="bookmark"])',
    ),
  ).toHaveCount(0);
  expect(foreign).toEqual([]);
  close();
});
