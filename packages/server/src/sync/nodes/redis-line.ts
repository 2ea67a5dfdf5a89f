/**
 * The line to Redis, which carries what nodes say to each other and keeps nothing of it. That it is gone is no failure: what was not
 * heard is in the log. So nothing here throws, and nothing waits for it.
 */
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

type Handlers = {
  readonly onMessage: (channel: string, message: Buffer) => void;
  /** It is there, for the first time or again; all channels are heard. What was said meanwhile was not. */
  readonly onUp: () => void;
};

const RETRY_MILLIS = 500;
/** A Redis that says nothing for so long is gone. */
const ANSWER_MILLIS = 2_000;

const OPTIONS: RedisOptions = {
  // What cannot be said now is not said later: by then the log has been read.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  // By us, who then know when all are heard again.
  autoResubscribe: false,
  connectTimeout: ANSWER_MILLIS,
  commandTimeout: ANSWER_MILLIS,
  keepAlive: 10_000,
  retryStrategy: () => RETRY_MILLIS,
};

export class RedisLine {
  readonly #say: Redis;
  readonly #hear: Redis;
  readonly #log: Logger;
  readonly #handlers: Handlers;
  readonly #channels = new Set<string>();
  #isHearing = false;
  /** Said once, also of a Redis that never was there. */
  #isToldGone = false;

  constructor(url: string, log: Logger, handlers: Handlers) {
    this.#log = log;
    this.#handlers = handlers;
    this.#say = new Redis(url, OPTIONS);
    this.#hear = new Redis(url, OPTIONS);
    // Whoever says something is told; what breaks in between is seen by the line that hears.
    this.#say.on('error', (error) => this.#gone(error));
    this.#hear.on('error', (error) => this.#gone(error));
    this.#hear.on('close', () => (this.#isHearing = false));
    this.#say.on('ready', () => this.#up());
    this.#hear.on('ready', () => void this.#hearAll());
    this.#hear.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.#handlers.onMessage(channel.toString(), message),
    );
  }

  /** Resolves to how many heard it, this node among them; null when Redis is not there. */
  async say(channel: string, message: Buffer): Promise<number | null> {
    try {
      return await this.#say.publish(channel, message);
    } catch {
      return null;
    }
  }

  /** Resolves when the channel is heard; false when that is not now but when Redis is back. */
  async hear(channel: string): Promise<boolean> {
    this.#channels.add(channel);
    return this.#subscribe([channel]);
  }

  async ignore(channel: string): Promise<void> {
    this.#channels.delete(channel);
    // Where it is not there, nothing is heard either.
    await this.#hear.unsubscribe(channel).catch(() => {});
  }

  close(): void {
    this.#isToldGone = true;
    this.#say.disconnect();
    this.#hear.disconnect();
  }

  async #hearAll(): Promise<void> {
    this.#isHearing = await this.#subscribe([...this.#channels]);
    this.#up();
  }

  /** Both lines are there, also when it was one of them alone that was gone. */
  #up(): void {
    if (!this.#isHearing || this.#say.status !== 'ready') return;
    if (this.#isToldGone) this.#log.info('Redis is back');
    this.#isToldGone = false;
    this.#handlers.onUp();
  }

  async #subscribe(channels: readonly string[]): Promise<boolean> {
    if (channels.length === 0) return true;
    try {
      await this.#hear.subscribe(...channels);
      return true;
    } catch (error) {
      // A line that is there and refuses is begun anew; one that is gone is so anyway.
      this.#gone(error);
      if (this.#hear.status === 'ready') this.#hear.disconnect(true);
      return false;
    }
  }

  /** Its message alone: the rest of a refused login has the password in it. */
  #gone(error: unknown): void {
    if (this.#isToldGone) return;
    this.#isToldGone = true;
    const reason = error instanceof Error ? error.message : String(error);
    this.#log.warn({ reason }, 'Redis cannot be reached; what other nodes write is read from the database meanwhile');
  }
}
