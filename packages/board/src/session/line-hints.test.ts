import { expect, test, vi } from 'vitest';
import { followHints } from './line-hints.ts';

class Shown extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
}
class Page extends EventTarget {
  readonly document = new Shown();
}

test('[N25] the line is looked at when the browser says it went or came, and when the page is shown again', () => {
  const page = new Page();
  const look = vi.fn<() => void>();
  const stop = followHints(look, page);
  page.dispatchEvent(new Event('offline'));
  page.dispatchEvent(new Event('online'));
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(look).toHaveBeenCalledTimes(3);
  page.document.visibilityState = 'hidden';
  page.document.dispatchEvent(new Event('visibilitychange'));
  stop();
  page.dispatchEvent(new Event('offline'));
  expect(look).toHaveBeenCalledTimes(3);
});
