/** A phone that was never here: nothing kept, all over one line. */
import type { Browser, BrowserContext } from '@playwright/test';
import type { Joined } from './finger-api.ts';
import type { JoinSubject } from './subject.ts';

const SCREEN = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nb-NO' } as const;

export class Phone {
  readonly #context: BrowserContext;
  readonly #slowdown: number;

  private constructor(context: BrowserContext, slowdown: number) {
    this.#context = context;
    this.#slowdown = slowdown;
  }

  /** @param slowdown how many times slower than this machine it is */
  static async with({ finger }: JoinSubject, browser: Browser, slowdown: number): Promise<Phone> {
    const context = await browser.newContext(SCREEN);
    await context.addInitScript({ path: finger });
    return new Phone(context, slowdown);
  }

  /** Resolves when the page's finger has written. */
  async join(address: string): Promise<Joined> {
    const page = await this.#context.newPage();
    const session = await this.#context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: this.#slowdown });
    await page.goto(address, { waitUntil: 'commit' });
    return page.evaluate(() => globalThis.joined);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }
}
