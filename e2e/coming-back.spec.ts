/** Joining is light, and a board is there at once for whoever comes back: out of the copy on the device, then only the difference. */
import {
  REFUSALS,
  recordsOf,
  addRecord,
  fragmentOfLines,
  newRecordId,
  type CreateBoardResponse,
} from '@samtavla/protocol';
import type { Page } from '@playwright/test';
import type * as Y from 'yjs';
import { onBoard, openBoard } from './support/board-page.ts';
import { copiesOf } from './support/copies.ts';
import { expect, test } from './support/fixtures.ts';
import { startServer } from './support/server.ts';
import { lineOf } from './support/line.ts';
import { joinByScript, openByScript } from './support/raw-client.ts';

const ON_DEVICE = 'ligger trygt på denne enheten';

/** A tab in which the server says nothing at all: not over HTTP, and not on the socket, which opens and is silent. */
async function withoutServer(page: Page): Promise<void> {
  await page.route('**/api/**', (route) => route.abort());
  await page.routeWebSocket('**/sync/**', () => {});
}

test('[E40] a return visit shows the board before the server has said anything', async ({ makeBoard, join }) => {
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('I dag', 'Sto her sist');
  await kari.saved();
  const { page } = kari;
  const again = await page.context().newPage();
  const { href } = new URL(page.url());
  await page.close();
  await withoutServer(again);
  await again.goto(href);
  await expect((await onBoard(again)).note('Sto her sist')).toBeVisible();
  await expect(again.getByText('Kobler til …')).toBeVisible();
});

test('[E41] what was written without network is there in the next tab, and reaches the others from it', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { board, links } = await makeBoard();
  const firstTab = await newPerson();
  const context = firstTab.context();
  const line = await lineOf(context);
  const kari = await openBoard(firstTab, links.facilitator, { name: 'Kari' });
  const ola = await join(links.participant, 'Ola');
  await kari.writeIn('I dag', 'Mens alt er bra');
  await kari.saved();
  line.cut();
  await kari.writeIn('I dag', 'Skrevet i tunnelen');
  await expect(firstTab.locator('.saved')).toContainText(ON_DEVICE);
  await firstTab.close();

  const inNewTab = async () => {
    const page = await context.newPage();
    await page.goto(new URL(`/t/${board.id}`, links.facilitator).href);
    return onBoard(page);
  };
  const inTunnel = await inNewTab();
  await expect(inTunnel.note('Skrevet i tunnelen')).toBeVisible();
  await expect(inTunnel.page.locator('.saved')).toContainText(ON_DEVICE);
  await inTunnel.writeIn('Ønsket situasjon', 'Fortsatt i tunnelen');
  await expect(inTunnel.page.locator('.saved')).toContainText(ON_DEVICE);
  await inTunnel.page.close();
  await ola.writeIn('I dag', 'Imens');
  await ola.saved();
  await expect(ola.note('tunnelen')).toHaveCount(0);

  line.mend();
  const back = await inNewTab();
  await back.saved();
  await expect(back.note('Imens')).toBeVisible();
  await expect(ola.note('Skrevet i tunnelen')).toBeVisible();
  await expect(ola.note('Fortsatt i tunnelen')).toBeVisible();
});

const NOTES = 2_000;

function fill(doc: Y.Doc): void {
  doc.transact(() => {
    for (let place = 0; place < NOTES; place += 1) {
      addRecord(doc, newRecordId(), {
        kind: 'note',
        at: [6_000 + (place % 50) * 220, Math.floor(place / 50) * 240, 0],
        index: `a${String(place).padStart(5, '0')}1`,
        colour: 'yellow',
        text: fragmentOfLines(`Lapp nummer ${place}`),
      });
    }
  });
}

/** What a page has moved: bytes in the socket's frames, and each first state that was asked for. */
function weigh(page: Page) {
  const moved = { socket: 0, states: [] as Promise<{ encoding: string | undefined; bytes: number }>[] };
  page.on('websocket', (socket) => {
    const add = ({ payload }: { payload: string | Buffer }) => void (moved.socket += payload.length);
    socket.on('framereceived', add);
    socket.on('framesent', add);
  });
  page.on('requestfinished', (request) => {
    if (!request.url().endsWith('/state')) return;
    const read = async () => {
      const [response, sizes] = await Promise.all([request.response(), request.sizes()]);
      return { encoding: response?.headers()['content-encoding'], bytes: sizes.responseBodySize };
    };
    moved.states.push(read());
  });
  return moved;
}

test('[E42] joining a board of 2 000 notes moves one compressed response and little by the socket, and coming back less', async ({
  server,
  makeBoard,
  newPerson,
}) => {
  const { board, links } = await makeBoard();
  const joined = await joinByScript(server.origin, links.participant, 'Ola');
  const { opened, close } = await openByScript(server.origin, joined, [joined.documents.canvas]);
  const doc = opened[0]?.doc as Y.Doc;
  fill(doc);
  await expect.poll(() => opened[0]?.provider.hasUnsyncedChanges).toBe(false);

  const page = await newPerson();
  const first = weigh(page);
  await page.goto(links.participant);
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByRole('button', { name: 'Bli med' }).click();
  await (await onBoard(page)).saved();
  const [state, ...more] = await Promise.all(first.states);
  expect(more).toEqual([]);
  expect(state?.encoding).toBe('br');
  expect(state?.bytes).toBeLessThan(80_000);
  expect(first.socket).toBeLessThan(60_000);

  await expect.poll(() => copiesOf(page, board.id)).toHaveLength(3);
  const again = await page.context().newPage();
  await page.close();
  const second = weigh(again);
  await again.goto(`${server.origin}/t/${board.id}`);
  await (await onBoard(again)).saved();
  expect(second.states).toEqual([]);
  expect(second.socket).toBeLessThan(60_000);

  // All of it is there.
  await again.locator('.tl-canvas').focus();
  // A large board comes piece by piece.
  await expect(async () => {
    await again.keyboard.press('Control+a');
    await again.keyboard.press('Delete');
    await expect.poll(() => recordsOf(doc).size, { timeout: 1_000 }).toBe(0);
  }).toPass();
  close();
});

test('[E43] when a board is gone, its copy goes too, unless it holds what nobody else has: that stays, and is read', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { board, links } = await makeBoard();
  const gone = async (page: Page) => {
    await page.routeWebSocket('**/sync/**', (socket) => void socket.close({ code: REFUSALS['board-unknown'].close }));
    await page.goto(new URL(`/t/${board.id}`, links.participant).href);
    await expect(page.getByText('Denne tavla finnes ikke')).toBeVisible();
  };
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Kom fram');
  await ola.saved();
  const firstTab = await newPerson();
  const line = await lineOf(firstTab.context());
  const kari = await openBoard(firstTab, links.participant, { name: 'Kari' });
  line.cut();
  await kari.writeIn('I dag', 'Nådde aldri fram');
  await expect(firstTab.locator('.saved')).toContainText(ON_DEVICE);

  const holding = await firstTab.context().newPage();
  await firstTab.close();
  await gone(holding);
  await expect((await onBoard(holding)).note('Nådde aldri fram')).toBeVisible();
  await expect(holding.getByText('Det ligger på denne enheten')).toBeVisible();
  expect(await copiesOf(holding, board.id)).toHaveLength(3);

  const holdingNothing = await ola.page.context().newPage();
  await ola.page.close();
  await gone(holdingNothing);
  await expect((await onBoard(holdingNothing)).note('Kom fram')).toBeVisible();
  await expect.poll(() => copiesOf(holdingNothing, board.id)).toEqual([]);
});

test('[E44] a board is opened while the server is down, and goes on when it is up again', async ({ newPerson }) => {
  const server = await startServer();
  const response = await fetch(`${server.origin}/api/boards`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ template: 'hvor-er-vi-hvor-vil-vi', locale: 'nb' }),
  });
  const { links } = (await response.json()) as CreateBoardResponse;
  const link = new URL(links.participant);
  const firstTab = await newPerson();
  const kari = await openBoard(firstTab, `${server.origin}${link.pathname}${link.hash}`, { name: 'Kari' });
  await kari.writeIn('I dag', 'Før serveren stoppet');
  await kari.saved();
  await expect.poll(() => keepsPage(firstTab)).toBe(true);
  await firstTab.close();
  await server.pause();

  const page = await firstTab.context().newPage();
  await page.goto(`${server.origin}${link.pathname}`);
  const alone = await onBoard(page);
  await expect(alone.note('Før serveren stoppet')).toBeVisible();
  await alone.writeIn('I dag', 'Mens den var nede');
  await expect(page.locator('.saved')).toContainText(ON_DEVICE);
  await server.resume();
  await alone.saved();
  await server.stop();
});

/** Whether all that the page has loaded so far is kept, the canvas among it. */
const keepsPage = (page: Page) =>
  page.evaluate(async () => {
    const files = performance.getEntriesByType('resource').map(({ name }) => name);
    const needed = ['/', ...files.filter((name) => name.includes('/assets/'))];
    const kept = await Promise.all(needed.map((name) => caches.match(name)));
    return kept.every((answer) => answer !== undefined);
  });
