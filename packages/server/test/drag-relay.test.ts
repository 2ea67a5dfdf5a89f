/** Drag messages on their way through the server. */
import { LIMITS } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { drag, workshop, works } from './workshop.ts';

test('[S30] a drag reaches the others on the document, a viewer too, and not its sender', async () => {
  const { opened, client, canvas, viewer } = await workshop();
  const [sender, other, sees] = [await opened(), await opened(), await client()];
  await sees.openDocument(canvas, viewer.token);
  sender.send(drag(canvas));
  await Promise.all([other, sees].map((each) => each.until(() => each.count(canvas, 'stateless') === 1)));
  expect(await works(sender, canvas)).toBe(true);
  expect(sender.count(canvas, 'stateless')).toBe(0);
});

test('[S30] a drag from whoever may not write the document, or has not opened it, reaches nobody', async () => {
  const { opened, client, canvas, plan, kari, viewer } = await workshop();
  const [good, bad, stranger] = [await opened(), await client(), await client()];
  await good.openDocument(plan, kari.token);
  await bad.openDocument(canvas, viewer.token);
  await bad.openDocument(plan, viewer.token);
  for (const document of [canvas, plan]) {
    bad.send(drag(document));
    stranger.send(drag(document));
  }
  const other = await opened();
  await other.openDocument(plan, kari.token);
  // A participant reads the plan, and writes it as little as a viewer.
  other.send(drag(plan));
  expect(await works(other, canvas)).toBe(true);
  expect(await works(good, canvas)).toBe(true);
  expect([good.count(canvas, 'stateless'), good.count(plan, 'stateless')]).toEqual([0, 0]);
  expect([bad.isOpen, stranger.isOpen]).toEqual([true, true]);
});

test('[S31] a drag message that is too large, or one too many, is dropped and costs nothing else', async () => {
  const { opened, canvas } = await workshop();
  const [sender, other] = [await opened(), await opened()];
  sender.send(drag(canvas, 'x'.repeat(LIMITS.dragBytes)));
  for (let n = 0; n < 3 * LIMITS.dragsPerSecond; n += 1) sender.send(drag(canvas));
  expect(await works(sender, canvas)).toBe(true);
  await other.until(() => other.count(canvas, 'update') === 1);
  expect(other.count(canvas, 'stateless')).toBeGreaterThanOrEqual(LIMITS.dragsPerSecond);
  expect(other.count(canvas, 'stateless')).toBeLessThan(2 * LIMITS.dragsPerSecond);
});

test('[S31] a reader who is behind goes without drags, and stays', async () => {
  const { opened, canvas } = await workshop({ limits: { positionBacklogBytes: -1 } });
  const [sender, other] = [await opened(), await opened()];
  sender.send(drag(canvas));
  expect(await works(sender, canvas)).toBe(true);
  await other.until(() => other.count(canvas, 'update') === 1);
  expect([other.count(canvas, 'stateless'), other.isOpen]).toEqual([0, true]);
});
