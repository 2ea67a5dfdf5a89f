import { expect, test } from './support/fixtures.ts';
import { openBoard } from './support/board-page.ts';

/** One word of each: the page's own, tldraw's, the template's. */
const WORDS = {
  nb: {
    browser: 'nb-NO',
    note: 'Lapp',
    remove: 'Slett',
    draw: 'Tegn',
    desired: 'Ønsket situasjon',
    name: 'Hva heter du?',
    join: 'Bli med',
  },
  nn: {
    browser: 'nn-NO',
    note: 'Lapp',
    remove: 'Slett',
    draw: 'Teikn',
    desired: 'Ønskt situasjon',
    name: 'Kva heiter du?',
    join: 'Bli med',
  },
  en: {
    browser: 'en-GB',
    note: 'Note',
    remove: 'Delete',
    draw: 'Draw',
    desired: 'Desired situation',
    name: 'What is your name?',
    join: 'Join',
  },
} as const;

for (const locale of ['nb', 'nn', 'en'] as const) {
  test(`[E16] a board made in ${locale} speaks it: the page, the tools and the template`, async ({
    makeBoard,
    newPerson,
  }) => {
    const words = WORDS[locale];
    const { links } = await makeBoard({ locale });
    const page = await newPerson({ locale: words.browser });
    await page.addInitScript(rememberFirstWord);
    await page.goto(links.participant);
    await page.getByLabel(words.name).fill('Siri');
    await page.getByRole('button', { name: words.join }).click();
    await expect(page.getByRole('heading', { name: words.desired })).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expect(page.getByTestId('tools.note')).toHaveAttribute('aria-label', new RegExp(`^${words.note}`));
    await expect(page.getByTestId('tools.draw')).toHaveAttribute('aria-label', new RegExp(`^${words.draw}`));
    expect(await page.evaluate(() => window.firstWord), 'never another language first').toContain(words.remove);
  });
}

declare global {
  interface Window {
    firstWord?: string;
  }
}

/** What tldraw's interface says the moment it is there, before it could fetch anything. */
function rememberFirstWord(): void {
  new MutationObserver((_changes, observer) => {
    const button = document.querySelector('[data-testid="quick-actions.delete"]');
    if (button === null) return;
    window.firstWord = button.getAttribute('title') ?? '';
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}

test('[E17] a person’s own language wins over the board’s, without losing what is written', async ({
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard({ locale: 'nb' });
  const board = await openBoard(await newPerson(), links.participant, { name: 'Ola' });
  await board.writeIn('I dag', 'Står her fortsatt');
  await board.page.getByRole('button', { name: 'Meny' }).click();
  await board.page.getByLabel('Språk').selectOption('nn');
  await expect(board.page.getByTestId('tools.draw')).toHaveAttribute('aria-label', /^Teikn/);
  await expect(board.note('Står her fortsatt')).toBeVisible();
  await expect(board.page.getByRole('button', { name: 'Skriv ein lapp i «I dag»' })).toBeVisible();
  // What stands on the board is read aloud in the board's language all the same.
  await expect(board.page.locator('.canvas')).toHaveAttribute('lang', 'nn');
  for (const own of ['.zone-words', '.note-text'])
    await expect(board.page.locator(own).first()).toHaveAttribute('lang', 'nb');
  await board.page.getByRole('button', { name: 'Liste', exact: true }).click();
  await expect(board.page.locator('html')).toHaveAttribute('lang', 'nn');
  await expect(board.page.getByText('Står her fortsatt')).toHaveAttribute('lang', 'nb');
});
