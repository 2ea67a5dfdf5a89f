import { test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';
import type { CreateBoardResponse, Role } from '@samtavla/protocol';
import { openBoard, type BoardPage } from './board-page.ts';
import { startServer, type Server } from './server.ts';

export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

type Made = { readonly board: CreateBoardResponse['board']; readonly links: Record<Role, string> };
type NewBoard = { template?: string; preset?: string; locale?: string; anonymous?: boolean };

type Fixtures = {
  /** A board of its own, made over HTTP; its links lead to this machine. */
  makeBoard: (values?: NewBoard) => Promise<Made>;
  /** A browser profile of its own, as another person on another machine has. */
  newPerson: (options?: BrowserContextOptions) => Promise<Page>;
  /** A new person who has joined by a link. */
  join: (link: string, name: string, options?: BrowserContextOptions & { sector?: string }) => Promise<BoardPage>;
};

export const test = base.extend<Fixtures, { server: Server }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads which fixtures are needed from the pattern.
    async ({}, provide) => {
      const server = await startServer();
      await provide(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  makeBoard: async ({ server }, provide) => {
    await provide(async ({ template = 'hvor-er-vi-hvor-vil-vi', preset, locale = 'nb', anonymous = false } = {}) => {
      const response = await fetch(`${server.origin}/api/boards`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ template, preset, locale, anonymous }),
      });
      const { board, links } = (await response.json()) as CreateBoardResponse;
      const here = (link: string) => link.replace(new URL(link).origin, server.origin);
      return {
        board,
        links: {
          facilitator: here(links.facilitator),
          participant: here(links.participant),
          viewer: here(links.viewer),
        },
      };
    });
  },
  newPerson: async ({ browser, contextOptions }, provide) => {
    const contexts: BrowserContext[] = [];
    await provide(async (options = {}) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
  join: async ({ newPerson }, provide) => {
    await provide(async (link, name, { sector, ...options } = {}) =>
      openBoard(await newPerson(options), link, { name, sector }),
    );
  },
});

export { expect } from '@playwright/test';
