import type { Page } from '@playwright/test';

/** The databases in which this browser keeps copies of a board's documents. */
export const copiesOf = (page: Page, board: string): Promise<(string | undefined)[]> =>
  page.evaluate(
    async (id) => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name?.includes(id)),
    board,
  );
