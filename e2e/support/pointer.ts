import type { Locator, Page } from '@playwright/test';

export type Point = { readonly x: number; readonly y: number };

export async function centreOf(what: Locator): Promise<Point> {
  const box = await what.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** As a hand does it: a drag begins when the pointer has moved a little. */
export async function drag({ mouse }: Page, from: Point, to: Point): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 8 });
  await mouse.up();
}
