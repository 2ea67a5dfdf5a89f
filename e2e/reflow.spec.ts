/** What axe cannot see: a narrow page, wide letters, small targets, and a focus that one must be able to find. */
import type { Page } from '@playwright/test';
import { onBoard, openBoard } from './support/board-page.ts';
import { expect, test } from './support/fixtures.ts';

/** 1 280 pixels at 400 %. */
const NARROW = { viewport: { width: 320, height: 640 } };

/** WCAG 1.4.12. */
const WIDE_LETTERS = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

type Found = { readonly what: string; readonly box: string };

/** Ours that reaches out of the page sideways, or whose words are cut off. */
const outside = (page: Page): Promise<Found[]> =>
  page.evaluate(() => {
    const found: Found[] = [];
    const isSeen = (element: Element) =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      element.closest('.ds-sr-only, .tl-container, .skip-links, [aria-hidden="true"]') === null;
    const scrolls = (element: Element) => element.scrollWidth > element.clientWidth + 1;
    for (const element of document.body.querySelectorAll('*')) {
      if (!isSeen(element)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const name = `${element.tagName}.${element.className} «${element.textContent.trim().slice(0, 30)}»`;
      if (width > 1 && (left < -1 || right > innerWidth + 1)) found.push({ what: name, box: `${left}–${right}` });
      const style = getComputedStyle(element);
      const cuts =
        style.overflowX === 'hidden' && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1;
      if (cuts && element.getAttribute('title') === null && element.closest('.view-choice') === null)
        found.push({ what: `cut: ${name}`, box: `${element.scrollWidth} in ${element.clientWidth}` });
      if (element.matches('main, .sheet, .panel, dialog') && scrolls(element))
        found.push({ what: `scrolls sideways: ${name}`, box: '' });
    }
    if (document.documentElement.scrollWidth > innerWidth)
      found.push({ what: 'page', box: `${document.documentElement.scrollWidth}` });
    return found;
  });

/** Ours that one presses, smaller than 24 by 24; a link in a line of text is as high as the line. */
const small = (page: Page): Promise<Found[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role="button"]')]
      .filter(
        (element) =>
          element.checkVisibility() && element.closest('.ds-sr-only, .tl-container, .skip-links, p') === null,
      )
      .flatMap((element) => {
        // A box or a dot is pressed by its label too.
        const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
        const boxes = [element, ...(label === undefined ? [] : [label])].map((each) => each.getBoundingClientRect());
        const isLarge = boxes.some(({ width, height }) => width >= 24 && height >= 24);
        return isLarge
          ? []
          : [
              {
                what: `${element.tagName}.${element.className} ${element.getAttribute('aria-label') ?? element.textContent}`,
                box: boxes.map(({ width, height }) => `${width}×${height}`).join(),
              },
            ];
      }),
  );

async function expectFits(page: Page, where: string): Promise<void> {
  expect.soft(await outside(page), `${where}: outside`).toEqual([]);
  expect.soft(await small(page), `${where}: small`).toEqual([]);
  const style = await page.addStyleTag({ content: WIDE_LETTERS });
  expect.soft(await outside(page), `${where}: outside, with wide letters`).toEqual([]);
  await style.evaluate((element) => (element as Element).remove());
}

test('[E66] at 320 pixels, and with wide letters, nothing is lost or cut, and everything can be pressed', async ({
  server,
  makeBoard,
  newPerson,
}) => {
  const { links } = await makeBoard();
  const page = await newPerson(NARROW);
  await page.goto(server.origin);
  await page.getByRole('radio', { name: /Hvor er vi, hvor vil vi/ }).check();
  await expectFits(page, 'front page');
  await page.goto(`${server.origin}/example`);
  for (const view of ['Lerret', 'Liste', 'Tiltak']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await expectFits(page, `the example, ${view}`);
  }
  await page.goto(links.facilitator);
  await expect(page.getByLabel('Hva heter du?')).toBeVisible();
  await expectFits(page, 'door');
  await page.getByLabel('Hva heter du?').fill('Kari');
  await page.getByRole('button', { name: 'Bli med' }).click();
  // As soon as there is a field, whatever of the board has come by then.
  const field = page.getByRole('textbox', { name: /Skriv en lapp/ });
  await field.fill('Tverrfagligsamarbeidsutvalgsmedlemskapsordningene er for mange');
  await page.keyboard.press('Enter');
  await page.getByText('Søk og rekkefølge').click();
  await expectFits(page, 'list');
  await page.getByRole('button', { name: /^Flytt «Tverr/ }).click();
  await expectFits(page, 'a place being chosen');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Rediger «Tverr/ }).click();
  await expectFits(page, 'a note written in');
  await page.getByRole('button', { name: 'Ferdig' }).click();
  await page.getByRole('button', { name: 'Tiltak', exact: true }).click();
  await page.getByLabel('Nytt tiltak').fill('Tverrfagligsamarbeidsutvalgsmedlemskapsordningene slås sammen');
  await page.keyboard.press('Enter');
  for (const look of ['Tabell', 'Mål', 'Nivå og fagområde', 'Effekt og innsats', 'Løse ender']) {
    await page.getByRole('button', { name: look, exact: true }).click();
    await expectFits(page, look);
  }
  await page.getByRole('button', { name: /^Tverrfaglig/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectFits(page, 'a measure');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  await page.getByRole('button', { name: 'Led', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Led workshopen' })).toBeVisible();
  await expectFits(page, 'the panel of who leads');
  await page.getByRole('button', { name: 'Lukk', exact: true }).click();
  await page.getByRole('button', { name: 'Meny' }).click();
  await expectFits(page, 'menu');
  for (const name of ['Del', 'Versjoner', 'Slett tavla', 'Forlat tavla']) {
    if (name !== 'Del') await page.getByRole('button', { name: 'Meny' }).click();
    await page.getByRole('button', { name, exact: true }).last().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectFits(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await onBoard(page);
  await expectFits(page, 'canvas');
});

test('[E67] wherever the keyboard goes, one sees where it is', async ({ server, makeBoard, newPerson }) => {
  const { links } = await makeBoard();
  const page = await newPerson();
  const unseen = async (steps: number) => {
    const hidden = new Set<string>();
    const passed = new Set<string>();
    for (let step = 0; step < steps; step += 1) {
      await page.keyboard.press('Tab');
      const [name, isSeen] = await page.evaluate(async () => {
        const element = document.activeElement;
        if (element === null || element === document.body) return ['', true] as const;
        const shows = (each: Element | null) => {
          if (each === null) return false;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
        };
        const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
        const isMarked = () => {
          const { content } = getComputedStyle(element, '::after');
          const { width, height } = element.getBoundingClientRect();
          const byAfter = content !== 'none' && content !== 'normal';
          return (shows(element) || shows(label) || byAfter) && width * height > 0;
        };
        // WCAG 2.4.11: not wholly behind something else.
        const isFound = () => {
          const { left, top, right, bottom } = element.getBoundingClientRect();
          const within = (place: number, end: number) => Math.min(Math.max(place, 1), end - 1);
          const spots = [left + 2, right - 2, (left + right) / 2].flatMap((x) =>
            [top + 2, bottom - 2, (top + bottom) / 2].map(
              (y) => [within(x, innerWidth), within(y, innerHeight)] as const,
            ),
          );
          return spots.some(([x, y]) => {
            const there = document.elementFromPoint(x, y);
            const isIt = element.contains(there) || label?.contains(there) === true || there?.contains(element);
            return there !== null && isIt === true;
          });
        };
        // The canvas moves what is out of sight into it, within some frames.
        for (let frame = 0; frame < 60 && !(isMarked() && isFound()); frame += 1)
          await new Promise(requestAnimationFrame);
        return [
          `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`,
          isMarked() && isFound(),
        ] as const;
      });
      passed.add(name);
      if (!isSeen) hidden.add(name);
    }
    expect(passed.size).toBeGreaterThan(3);
    return [...hidden];
  };
  await page.goto(server.origin);
  await expect(page.getByRole('button', { name: 'Lag tavla' })).toBeVisible();
  expect.soft(await unseen(16), 'front page').toEqual([]);
  await page.goto(links.participant);
  await expect(page.getByLabel('Hva heter du?')).toBeVisible();
  expect.soft(await unseen(8), 'door').toEqual([]);
  const kari = await openBoard(page, links.participant, { name: 'Kari' });
  await kari.writeIn('I dag', 'For få rom');
  await page.getByRole('button', { name: 'Liste', exact: true }).click();
  expect.soft(await unseen(30), 'list').toEqual([]);
  await page.getByRole('button', { name: 'Lerret', exact: true }).click();
  await onBoard(page);
  expect.soft(await unseen(30), 'canvas').toEqual([]);
});
