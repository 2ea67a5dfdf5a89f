import type { Page } from '@playwright/test';

/** Goes to the measures: on the canvas a tool is called so too. */
export const measuresOf = (page: Page): Promise<void> =>
  page.locator('.view-choice').getByRole('button', { name: 'Tiltak' }).click();
