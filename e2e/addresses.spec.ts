/**
 * The three kinds of address a board is reached by: this machine's, the local network's over plain http (no secure context), and
 * https behind a proxy. On each: a workshop works, and the page asks no other origin for anything.
 */
import { chromium } from '@playwright/test';
import type { CreateBoardResponse } from '@samtavla/protocol';
import { openBoard } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';
import { dropFiles, picture } from './support/pictures.ts';
import { startServer } from './support/server.ts';
import { tlsFront } from './support/tls-front.ts';

const HOST = 'tavle.test';

type Place = { readonly origin: string; readonly rules: string | null; stop(): Promise<void>; readonly server: string };

const PLACES = {
  async localhost(): Promise<Place> {
    const server = await startServer();
    return { origin: server.origin, rules: null, server: server.origin, stop: () => server.stop() };
  },
  async http(): Promise<Place> {
    const server = await startServer();
    const rules = `MAP ${HOST} 127.0.0.1:${server.port}`;
    return { origin: `http://${HOST}`, rules, server: server.origin, stop: () => server.stop() };
  },
  async https(): Promise<Place> {
    const server = await startServer({ PUBLIC_URL: `https://${HOST}` });
    const front = await tlsFront(HOST, server.port);
    return {
      origin: `https://${HOST}`,
      rules: `MAP ${HOST} 127.0.0.1:${front.port}`,
      server: server.origin,
      async stop() {
        front.stop();
        await server.stop();
      },
    };
  },
};

async function makeBoard(origin: string): Promise<CreateBoardResponse> {
  const response = await fetch(`${origin}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ template: 'hvor-er-vi-hvor-vil-vi', locale: 'nb' }),
  });
  return (await response.json()) as CreateBoardResponse;
}

for (const kind of ['localhost', 'http', 'https'] as const) {
  test(`[E10] on ${kind} a board is drawn and shared, and nothing asks another origin`, async ({ launchOptions }) => {
    const place = await PLACES[kind]();
    const args = [
      ...(launchOptions.args ?? []),
      ...(place.rules === null ? [] : [`--host-resolver-rules=${place.rules}`]),
    ];
    const browser = await chromium.launch({ ...launchOptions, args });
    try {
      const asked = new Set<string>();
      const newPage = async () => {
        const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'nb-NO' });
        const page = await context.newPage();
        context.on('request', (request) => asked.add(new URL(request.url()).origin));
        page.on('websocket', (socket) => asked.add(new URL(socket.url()).origin.replace(/^ws/, 'http')));
        return page;
      };
      const { links } = await makeBoard(place.server);
      const here = (link: string) => place.origin + new URL(link).pathname + new URL(link).hash;
      const kari = await openBoard(await newPage(), here(links.facilitator), { name: 'Kari' });
      const ola = await openBoard(await newPage(), here(links.participant), { name: 'Ola' });
      expect(await kari.page.evaluate(() => [isSecureContext, location.hash])).toEqual([kind !== 'http', '']);

      await kari.writeIn('I dag', 'Fra Kari');
      await ola.writeIn('Ønsket situasjon', 'Fra Ola');
      await expect(kari.note('Fra Ola')).toBeVisible();
      await ola.page.keyboard.press('d');
      await ola.page.mouse.move(300, 400);
      await ola.page.mouse.down();
      await ola.page.mouse.move(500, 450, { steps: 8 });
      await ola.page.mouse.up();
      await expect(kari.page.locator('[data-shape-type="draw"]')).toBeAttached();

      await dropFiles(kari.page, [
        { name: 'a.png', type: 'image/png', bytes: await picture(kari.page, { type: 'image/png', w: 60, h: 40 }) },
      ]);
      await expect(ola.page.locator('[data-shape-type="image"] img')).toHaveJSProperty('naturalWidth', 60);

      await kari.page.getByRole('button', { name: 'Del', exact: true }).click();
      await kari.page
        .getByRole('dialog')
        .getByRole('button', { name: /^Kopier/ })
        .first()
        .click();
      await expect(kari.page.getByRole('dialog')).toContainText('Kopiert');
      await kari.page.keyboard.press('Escape');

      if (kind === 'https') {
        // tldraw 4 and later take the canvas away after five seconds without a key.
        const opened = Date.now();
        await expect.poll(() => Date.now() - opened, { timeout: 20_000 }).toBeGreaterThan(15_000);
        await expect(kari.note('Fra Ola')).toBeVisible();
        await expect(kari.page.locator('.tl-canvas')).toBeVisible();
      }
      expect([...asked].filter((origin) => origin.startsWith('http'))).toEqual([place.origin]);
    } finally {
      await browser.close();
      await place.stop();
    }
  });
}
