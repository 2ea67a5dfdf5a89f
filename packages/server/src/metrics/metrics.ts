import type { RefusalCode } from '@samtavla/protocol';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Census, Watch } from './watch.ts';

/** From a fast disk's flush to the ten seconds after which a Postgres is given up. */
const COMMIT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** The server's state in numbers, for Prometheus. Labels are codes of ours and nothing that came from outside. */
export class Metrics implements Watch {
  readonly #registry = new Registry();
  readonly #edits: Counter;
  readonly #commits: Histogram;
  readonly #failures: Counter;
  readonly #refusals: Counter<'what' | 'code'>;

  constructor(census: () => Census) {
    const registers = [this.#registry];
    // Event loop, memory, processor, garbage collection: of the process, not of ours.
    collectDefaultMetrics({ register: this.#registry });
    const gauge = (name: string, help: string, value: (now: Census) => number) =>
      new Gauge({ name, help, registers, collect: setting(() => value(census())) });
    gauge('samtavla_people', 'Tabs and clients that are on a board.', ({ people }) => people);
    gauge('samtavla_boards_open', 'Boards with somebody on them.', ({ boards }) => boards);
    gauge('samtavla_documents_open', 'Documents in memory.', ({ documents }) => documents);
    gauge('samtavla_can_store', '1 while storage takes writes.', ({ canStore }) => Number(canStore));
    this.#edits = new Counter({
      name: 'samtavla_edits_acknowledged_total',
      help: 'Edits that are on disk, and so acknowledged.',
      registers,
    });
    this.#commits = new Histogram({
      name: 'samtavla_commit_seconds',
      help: 'How long a commit took, which an edit waits for before it is acknowledged.',
      buckets: COMMIT_SECONDS,
      registers,
    });
    this.#failures = new Counter({ name: 'samtavla_commits_failed_total', help: 'Commits that failed.', registers });
    this.#refusals = new Counter({
      name: 'samtavla_refusals_total',
      help: 'Requests, sockets and documents that were refused, by code.',
      labelNames: ['what', 'code'],
      registers,
    });
  }

  committed(edits: number, seconds: number): void {
    this.#edits.inc(edits);
    this.#commits.observe(seconds);
  }

  commitFailed(): void {
    this.#failures.inc();
  }

  refused(what: 'request' | 'socket' | 'document', code: RefusalCode): void {
    this.#refusals.inc({ what, code });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

/** prom-client asks a gauge for its value by calling this on it. */
const setting = (value: () => number) =>
  function (this: Gauge): void {
    this.set(value());
  };
