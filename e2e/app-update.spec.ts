/** The page as an app: installed, kept on the device, and brought up to date without losing what is typed. */
import { expect, PHONE, test } from './support/fixtures.ts';

test('[E69] the page can be installed, and keeps nothing of any board in the worker’s cache', async ({
  server,
  makeBoard,
  join,
}) => {
  const manifest = await (await fetch(`${server.origin}/app.webmanifest`)).json();
  expect(manifest).toMatchObject({ name: 'Samtavla', start_url: '/', display: 'standalone' });
  for (const { src } of (manifest as { icons: { src: string }[] }).icons)
    expect((await fetch(server.origin + src)).headers.get('content-type')).toMatch(/^image\//);
  const { links } = await makeBoard();
  const kari = await join(links.participant, 'Kari');
  await kari.writeIn('I dag', 'Hemmelig');
  await kari.saved();
  await expect.poll(() => kari.page.evaluate(async () => (await caches.match('/')) !== undefined)).toBe(true);
  await kari.page.reload();
  await kari.saved();
  const kept = await kari.page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((path) => path !== '/' && path !== '/take-secret.js' && !path.startsWith('/assets/'))).toEqual([]);
});

test('[E69] where the app has been renewed under an open page, one press brings the new one, and what was typed is there', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const page = await newPerson(PHONE);
  await page.goto(links.participant);
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByRole('button', { name: 'Bli med' }).tap();
  const field = page.getByRole('textbox', { name: /Skriv en lapp/ });
  await field.fill('Halvt skrevet da appen ble ny');
  await expect.poll(() => page.evaluate(async () => (await caches.match('/')) !== undefined)).toBe(true);
  // The new build has other files.
  await page.context().route('**/assets/canvas-*.js', (route) => route.fulfill({ status: 404 }));
  await page.getByRole('button', { name: 'Lerret', exact: true }).tap();
  await expect(page.getByRole('alert')).toContainText('Last siden på nytt');
  await page.context().unroute('**/assets/canvas-*.js');
  let loads = 0;
  page.on('load', () => (loads += 1));
  await page.getByRole('button', { name: 'Last siden på nytt' }).tap();
  await expect(page.locator('.tl-canvas')).toBeVisible({ timeout: 30_000 });
  expect(loads).toBe(1);
  await page.getByRole('button', { name: 'Liste', exact: true }).tap();
  await expect(field).toHaveValue('Halvt skrevet da appen ble ny');
});
