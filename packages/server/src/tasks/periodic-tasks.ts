import type { Logger } from 'pino';

/** What the server does by itself, again and again. One that fails is told of, and tried again when its time comes. */
export class PeriodicTasks {
  readonly #log: Logger;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** One that takes longer than its time is not begun twice. */
  runPeriodically(name: string, everyMillis: number, task: () => Promise<void>): void {
    const run = async () => {
      try {
        await task();
      } catch (error) {
        this.#log.warn({ task: name, err: error }, 'a task failed');
      } finally {
        this.#underWay.delete(name);
      }
    };
    const begin = () => {
      if (!this.#underWay.has(name)) this.#underWay.set(name, run());
    };
    this.#timers.push(setInterval(begin, everyMillis).unref());
  }

  /** Begins nothing more, and waits for what is under way. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(this.#underWay.values());
  }
}
