import { onBoard, openBoard } from './support/board-page.ts';
import { copiesOf } from './support/copies.ts';
import { expect, PHONE, test } from './support/fixtures.ts';
import { closeByScript, joinByScript, openByScript } from './support/raw-client.ts';

const TITLES = {
  needsLink: {
    'nb-NO': 'Du trenger lenken fra den som inviterte deg',
    'nn-NO': 'Du treng lenka frå den som inviterte deg',
    'en-GB': 'You need the link from whoever invited you',
  },
  notLetIn: {
    'nb-NO': 'Lenken passer ikke til denne tavla',
    'nn-NO': 'Lenka passar ikkje til denne tavla',
    'en-GB': 'The link does not fit this board',
  },
  closed: {
    'nb-NO': 'Lenken er stengt',
    'nn-NO': 'Lenka er stengd',
    'en-GB': 'The link has been closed',
  },
  noBoard: {
    'nb-NO': 'Denne tavla finnes ikke',
    'nn-NO': 'Denne tavla finst ikkje',
    'en-GB': 'This board does not exist',
  },
} as const;

for (const locale of ['nb-NO', 'nn-NO', 'en-GB'] as const) {
  test(`[E11] half a link, a wrong one, a closed one and an unknown board each get a sentence in ${locale}`, async ({
    server,
    makeBoard,
    newPerson,
  }) => {
    const { board, links } = await makeBoard();
    const page = await newPerson({ ...PHONE, locale });
    await page.goto(`${server.origin}/t/${board.id}`);
    await expect(page.getByRole('heading', { name: TITLES.needsLink[locale] })).toBeVisible();
    await page.goto(`${server.origin}/t/${board.id}#${'w'.repeat(43)}`);
    await expect(page.getByText(TITLES.notLetIn[locale])).toBeVisible();
    await page.goto(links.participant.replace(board.id, 'AAAAAAAAAAAAAAAAAAAAA'));
    await expect(page.getByText(TITLES.noBoard[locale])).toBeVisible();
    await closeByScript(server.origin, links.facilitator, 'participant');
    await page.goto(links.participant);
    await expect(page.getByText(TITLES.closed[locale])).toBeVisible();
  });
}

test('[E12] the secret leaves the address bar before anything else loads, and reaches no server log or request', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const secret = new URL(links.participant).hash.slice(1);
  const page = await newPerson();
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  // Runs as soon as the document exists, and then watches what the address is when each script has loaded.
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.addEventListener(
      'load',
      ({ target }) => target instanceof HTMLScriptElement && seen.push(location.href),
      true,
    );
  });
  await page.goto(links.participant);
  await expect(page.getByLabel('Hva heter du?')).toBeVisible();
  expect(page.url()).not.toContain(secret);
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join('\n'))).not.toContain(secret);
  expect(addresses.join('\n')).not.toContain(secret);
});

test('[E13] the same browser comes back as the same person', async ({ makeBoard, join }) => {
  const { board, links } = await makeBoard();
  const ola = await join(links.participant, 'Ola');
  await ola.writeIn('I dag', 'Første gang');
  await ola.saved();
  await ola.page.goto('about:blank');
  await ola.page.goto(new URL(`/t/${board.id}`, links.participant).href);
  const again = await onBoard(ola.page);
  await again.writeIn('I dag', 'Andre gang');
  await expect(again.note('Andre gang')).toContainText('Ola');
  await again.page.goto(new URL('/', links.participant).href);
  await expect(again.page.getByRole('link', { name: board.title })).toBeVisible();
});

test('[E14] on a shared machine, and after «Forlat tavla», nothing of the board is left on the device', async ({
  makeBoard,
  newPerson,
  join,
}) => {
  const { board, links } = await makeBoard();
  const kept = (page: typeof shared) =>
    page.evaluate((id) => Object.entries(localStorage).filter((entry) => entry.join().includes(id)).length, board.id);

  const shared = await newPerson();
  await shared.goto(links.participant);
  await shared.getByLabel('Hva heter du?').fill('Ola');
  await shared.getByLabel('Dette er en delt maskin').check();
  await shared.getByRole('button', { name: 'Bli med' }).click();
  await onBoard(shared);
  expect(await kept(shared)).toBe(0);
  expect(await copiesOf(shared, board.id)).toEqual([]);
  expect(await shared.evaluate(() => JSON.stringify(localStorage))).not.toContain('Ola');

  const { page } = await join(links.participant, 'Siri');
  expect(await kept(page)).toBeGreaterThan(0);
  await expect.poll(() => copiesOf(page, board.id)).toHaveLength(3);
  const otherTab = await page.context().newPage();
  await otherTab.goto(new URL(`/t/${board.id}`, links.participant).href);
  await onBoard(otherTab);
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Forlat tavla' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forlat tavla' }).click();
  await expect(page.getByRole('heading', { name: 'Vil du forlate tavla?' })).toHaveCount(0);
  expect(await kept(page)).toBe(0);
  await expect.poll(() => copiesOf(page, board.id)).toEqual([]);
  await (await onBoard(otherTab)).writeIn('I dag', 'Skrevet etterpå');
  expect(await copiesOf(page, board.id)).toEqual([]);
  expect(await page.evaluate((id) => JSON.stringify(sessionStorage).includes(id), board.id)).toBe(false);
  await page.goto(new URL(`/t/${board.id}`, links.participant).href);
  await expect(page.getByRole('heading', { name: TITLES.needsLink['nb-NO'] })).toBeVisible();
});

test('[E15] on an anonymous board one joins without a name, and a note shows none', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard({ anonymous: true });
  const page = await newPerson(PHONE);
  await page.goto(links.participant);
  await page.getByLabel('Hvem er du her som?').selectOption('Ungdom');
  await page.getByRole('button', { name: 'Bli med' }).click();
  const someone = await onBoard(page);
  await someone.writeIn('Begrunnelse', 'Det vi ikke sier høyt');
  const kari = await openBoard(await newPerson(), links.facilitator);
  const note = kari.note('Det vi ikke sier høyt');
  await expect(note).toContainText('Ungdom');
  await expect(note.locator('.note-author')).toHaveCount(0);
});

test('[N4] on an anonymous board no id in presence stands under a text', async ({ server, makeBoard, newPerson }) => {
  const { links } = await makeBoard({ anonymous: true });
  const someone = await openBoard(await newPerson(), links.participant);
  await someone.writeIn('I dag', 'Det vi ikke sier høyt');
  await someone.page.mouse.move(600, 420);
  await someone.saved();
  const joined = await joinByScript(server.origin, links.viewer);
  const { stage, canvas } = joined.documents;
  const { opened, present, close } = await openByScript(server.origin, joined, [stage, canvas]);
  await expect.poll(() => present().length).toBe(2);
  const writers = new Set(opened.flatMap(({ doc }) => [...doc.store.clients.keys()]));
  expect(writers.size).toBeGreaterThan(1);
  expect(present().filter(({ id, person }) => writers.has(id) || person !== null)).toEqual([]);
  expect(JSON.stringify(present())).not.toContain(joined.participant.id);
  close();
});
