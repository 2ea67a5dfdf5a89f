/** Making a board on a server whose operator asks for a login. */
import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './support/fixtures.ts';
import { freePort, startIdentityProvider, type IdentityProvider } from './support/identity-provider.ts';
import { startServer, type Server } from './support/server.ts';

let provider: IdentityProvider;
let server: Server;

test.beforeAll(async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  provider = await startIdentityProvider(`${origin}/api/login/return`);
  server = await startServer({ ...provider.env, BOARD_CREATION: 'oidc', PUBLIC_URL: origin }, port);
});
test.afterAll(async () => {
  await server.stop();
  await provider.stop();
});

/** On the provider's own pages. */
async function logInAs(page: Page, who: string): Promise<void> {
  await page.locator('input[name=login]').fill(who);
  await page.locator('input[name=password]').fill('hva som helst');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('[E65] who logs in comes back to the draft, makes the board, and logs out', async ({ newPerson }) => {
  const page = await newPerson();
  await page.goto(server.origin);
  await expect(page.getByText('De du inviterer, trenger ikke å logge inn.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lag tavla' })).toHaveCount(0);
  await page.getByLabel('Tittel').fill('Kulturskolen i Vågan');
  await page.getByLabel('Språket på tavla').selectOption('nn');
  await page.getByRole('link', { name: 'Logg inn for å lage tavla' }).click();
  await logInAs(page, 'kari');

  const make = page.getByRole('button', { name: 'Lag tavla' });
  await expect(make).toBeFocused();
  await expect(page.getByLabel('Tittel')).toHaveValue('Kulturskolen i Vågan');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Ta vare på denne lenk/ })).toBeVisible();

  await page.goto(server.origin);
  await expect(page.getByText('Du er logget inn.')).toBeVisible();
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await expect(page.getByRole('link', { name: 'Logg inn for å lage tavla' })).toBeVisible();
});

test('[E65] who may not make boards is told so on the front page, once', async ({ newPerson }) => {
  const page = await newPerson(PHONE);
  await page.goto(server.origin);
  await page.getByRole('link', { name: 'Logg inn for å lage tavla' }).click();
  await logInAs(page, 'ola');
  await expect(page.getByRole('alert')).toContainText('ikke rett til å lage tavler her');
  await expect(page.getByRole('link', { name: 'Logg inn for å lage tavla' })).toBeFocused();
  expect(new URL(page.url()).search).toBe('');
  await page.reload();
  await expect(page.getByRole('link', { name: 'Logg inn for å lage tavla' })).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
