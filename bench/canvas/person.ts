/** A person at a screen: a browser profile and a page of their own, and what their hand does. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Camera, Opening } from './lookout-api.ts';
import type { FullBoard } from './subject.ts';
import { Traffic, type Bytes } from './traffic.ts';

const SCREEN = { width: 1280, height: 800 } as const;
const MIDDLE = { x: SCREEN.width / 2, y: SCREEN.height / 2 };
/** A hand is read this often. */
const HAND_MILLIS = 16;
const WHEEL = 24;
/** No update goes unsent for this long. */
const QUIET_MILLIS = 700;
const REST_MILLIS = 400;

export class Person {
  readonly page: Page;
  readonly traffic: Traffic;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession, traffic: Traffic) {
    this.page = page;
    this.#session = session;
    this.traffic = traffic;
  }

  /** @param lookout where its script is */
  static async come(browser: Browser, lookout: string): Promise<Person> {
    const context = await browser.newContext({ viewport: SCREEN, locale: 'nb-NO' });
    await context.addInitScript({ path: lookout });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    return new Person(page, session, await Traffic.of(session));
  }

  /**
   * Joins, and answers how long it took from the click on, and what has come over the line since the page's address was called.
   * A board is entered where the camera says; our own knows that itself.
   */
  async join(board: FullBoard, notes: number, camera: Camera | null): Promise<Opening & Bytes> {
    await board.goToDoor(this.page, camera ?? { x: 0, y: 0, z: 1 });
    await this.page.evaluate(([count, at]) => globalThis.bench.arm(count, at), [notes, camera] as const);
    await board.enter(this.page);
    const opening = await this.page.evaluate(() => globalThis.bench.opening());
    await this.settle();
    return { ...opening, ...this.traffic.now() };
  }

  /** Holds the mouse where it is and moves it in a circle; the page follows in its own time. */
  async drag(from: { x: number; y: number }, millis: number): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await this.#keepOn(millis, (done) => {
      const angle = 2 * Math.PI * 2 * done;
      return mouse.move(from.x + 120 * Math.sin(angle), from.y + 90 * (1 - Math.cos(angle)) - 90 * done);
    });
    await mouse.up();
  }

  async pan(millis: number): Promise<void> {
    await this.page.mouse.move(MIDDLE.x, MIDDLE.y);
    await this.#keepOn(millis, (done) => {
      const way = done < 0.5 ? 1 : -1;
      return this.page.mouse.wheel(way * WHEEL, (way * WHEEL * 2) / 3);
    });
  }

  async zoom(millis: number): Promise<void> {
    await this.page.mouse.move(MIDDLE.x, MIDDLE.y);
    await this.page.keyboard.down('Control');
    await this.#keepOn(millis, (done) => this.page.mouse.wheel(0, done < 0.5 ? -WHEEL : WHEEL));
    await this.page.keyboard.up('Control');
  }

  /** The times between frames while something is done, milliseconds. */
  async framesWhile(act: () => Promise<void>): Promise<number[]> {
    await this.page.evaluate(() => globalThis.bench.startFrames());
    await act();
    return this.page.evaluate(() => globalThis.bench.stopFrames());
  }

  /** After all that is garbage has been collected, bytes. */
  async heap(): Promise<number> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { usedSize } = (await this.#session.send('Runtime.getHeapUsage')) as { usedSize: number };
    return usedSize;
  }

  async settle(): Promise<void> {
    await this.traffic.quiet(QUIET_MILLIS);
  }

  /** Long enough for the camera to stand still and for what that begins to be done. */
  async rest(): Promise<void> {
    await pause(REST_MILLIS);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  async #keepOn(millis: number, act: (done: number) => Promise<void>): Promise<void> {
    const started = performance.now();
    for (let elapsed = 0; elapsed < millis; elapsed = performance.now() - started) {
      const next = pause(HAND_MILLIS);
      await act(elapsed / millis);
      await next;
    }
  }
}
