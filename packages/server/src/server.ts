/** Composition: what a server is made of, its start and its end. */
import { LIMITS, now as systemTime, type BoardId, type Limits, type Millis, type Stage } from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import type { AssetStore } from './assets/asset-store.ts';
import { ImageIntake } from './assets/image-intake.ts';
import { BoardUse } from './boards/board-use.ts';
import { BoardCreation } from './creation/board-creation.ts';
import { CreationCode } from './creation/creation-code.ts';
import { IdentityProvider, type OidcClient } from './creation/identity-provider.ts';
import { Login } from './creation/login.ts';
import { BoardDeletion } from './deletion/board-deletion.ts';
import { createApp, addRoutes } from './http/app.ts';
import type { Brand } from './http/brand.ts';
import { LoginCookies } from './http/login-cookies.ts';
import type { WatchedBy } from './http/routes/metrics.ts';
import { TemplateLibrary } from './library/template-library.ts';
import { Admission } from './links/admission.ts';
import { GuessLimit, WRONG_SECRETS } from './links/guess-limit.ts';
import { LinkBook } from './links/link-book.ts';
import { origins } from './links/link-origin.ts';
import { LinkVault } from './links/link-vault.ts';
import { ShortCodes } from './links/short-codes.ts';
import { Metrics } from './metrics/metrics.ts';
import { UNWATCHED, type Census } from './metrics/watch.ts';
import type { StorageCorrupt } from './storage/storage-error.ts';
import type { Storage } from './storage/storage.ts';
import type { CompactionRows } from './sync/compaction.ts';
import { Reveals } from './stage/reveals.ts';
import { RoundWriters } from './stage/round-writers.ts';
import { Stages } from './stage/stages.ts';
import { Voters } from './stage/voters.ts';
import { Sync } from './sync/sync.ts';
import { PeriodicTasks } from './tasks/periodic-tasks.ts';
import { Versions } from './versions/versions.ts';

export type ServerOptions = {
  /** Closed with the server. */
  readonly storage: Storage;
  readonly assets: AssetStore;
  readonly secretKey: string;
  /** Where several nodes on one storage tell each other what they do; null or absent: this is the only one. */
  readonly redisUrl?: string | null;
  /** The code that making a board takes; null or absent: none. */
  readonly creationCode?: string | null;
  /** Where one logs in to make boards; null or absent: nobody logs in. */
  readonly oidc?: OidcClient | null;
  /** After how many days without use a board is deleted; null or absent: never. */
  readonly retentionDays?: number | null;
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly publicUrl?: string | null;
  /** Whether a y-websocket client may bring its token in the query, which ends up in logs of others. */
  readonly allowTokenInQuery?: boolean;
  /** What reading `/metrics` takes; null or absent: there is none. */
  readonly metricsToken?: string | null;
  /** The built board app's directory; need not exist. */
  readonly boardApp?: string;
  readonly brand?: Brand | null;
  readonly log?: Logger;
  readonly now?: () => Millis;
  readonly limits?: Partial<Limits>;
  /** For tests: sooner than a workshop needs it. */
  readonly compactAt?: CompactionRows;
  /** For tests: how often the server looks after versions and deletion. */
  readonly tasksEveryMillis?: number;
  /** The database is damaged; the server goes on refusing until it is closed. */
  readonly onCorrupt?: (error: StorageCorrupt) => void;
};

export type RunningServer = {
  readonly port: number;
  /** Where others reach it, the best first. */
  readonly origins: () => readonly [string, ...string[]];
  /** Says that it is not ready any more, and lets no new sockets in; those who are here go on. */
  readonly retire: () => void;
  /** Stores what is under way, tells every socket, closes the storage. */
  readonly close: () => Promise<void>;
};

/** Far shorter than what any of its tasks waits for. */
const TASKS_EVERY_MILLIS = 60_000;
/** So often a server asks whether the clock is its to run. */
const CLOCK_EVERY_MILLIS = 2_000;
/** How long a request may hold up the end. */
const LAST_REQUESTS_MILLIS = 2_000;

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    storage,
    assets,
    host = '0.0.0.0',
    log = pino({ level: 'silent' }),
    now = systemTime,
    onCorrupt = () => {},
  } = options;
  const limits = { ...LIMITS, ...options.limits };
  const admission = new Admission(storage, now);
  const watchedBy = watched(options.metricsToken ?? null, () => sync.census());
  const watch = watchedBy?.metrics ?? UNWATCHED;
  const { compactAt, secretKey, redisUrl = null } = options;
  const nodes = redisUrl === null ? null : { redisUrl, secretKey };
  const use = new BoardUse(storage, now);
  const onAppend = (document: string) => {
    use.changed(document);
    reveals.written(document);
    writers.written(document);
  };
  const onBoardOpened = (board: BoardId, stage: Stage) => reveals.boardOpened(board, stage);
  const heard = { onAppend, onBoardOpened, onCorrupt };
  const sync: Sync = new Sync({ storage, admission, log, limits, now, compactAt, nodes, watch, ...heard });
  const stageNow = (board: BoardId) => sync.stages.now(board);
  const reveals = new Reveals({ storage, documents: sync.documents, stageNow, log });
  const voters = new Voters({ storage, documents: sync.documents, log });
  const writers = new RoundWriters({ storage, documents: sync.documents, stageNow, log });
  let isRetiring = false;
  const stages = new Stages({ storage, documents: sync.documents, stages: sync.stages, reveals, limits, now });
  const versions = new Versions({ storage, documents: sync.documents, limits, now });
  const deletion = new BoardDeletion({
    storage,
    assets,
    sync,
    limits,
    retentionDays: options.retentionDays ?? null,
    now,
  });
  const intake = new ImageIntake(assets, limits);
  const app = createApp(log);
  const reached = () => origins({ publicUrl: options.publicUrl ?? null, host, port: portOf(app) });
  const vault = new LinkVault(secretKey);
  const links = new LinkBook(storage, vault, now);
  const codes = new ShortCodes(storage, { vault, secretKey, now });
  const origin = () => reached()[0];
  const library = new TemplateLibrary({ storage, assets, intake, versions, limits, now, origin });
  const login = loginAt(options.oidc ?? null, { secretKey, now, origin, log });
  const creation = new BoardCreation(new CreationCode(options.creationCode ?? null, now), login);
  const loginCookies = new LoginCookies(() => origin().startsWith('https:'));
  const guesses = new GuessLimit(now, WRONG_SECRETS);
  const parts = {
    storage,
    assets,
    intake,
    sync,
    stages,
    voters,
    versions,
    deletion,
    library,
    links,
    codes,
    creation,
    loginCookies,
    admission,
    guesses,
    now,
    origin,
  };
  try {
    await addRoutes(app, parts, { ...options, watch, watchedBy, isRetiring: () => isRetiring });
    await app.listen({ host, port: options.port ?? 0 });
  } catch (error) {
    await sync.close();
    await app.close();
    throw error;
  }
  const tasks = new PeriodicTasks(log);
  const storeUse = () => use.store(sync.boardsOpen());
  // Each server knows what was used by it, and that is stored before disuse is judged. The rest one of them does.
  const byOne = (name: string, task: () => Promise<void>) => async () => {
    await storeUse();
    await storage.whileHolding(name, task);
  };
  const every = options.tasksEveryMillis ?? TASKS_EVERY_MILLIS;
  const takeVersions = () => versions.takeDue((board, err) => log.warn({ board, err }, 'could not take a version'));
  const deleteBoards = () => deletion.goOn((board, err) => log.warn({ board, err }, 'could not delete a board'));
  // One server at a time, for as long as it is there; another is at it within seconds.
  const stopClock = new AbortController();
  const runClock = (held: AbortSignal) =>
    stages.runClock(AbortSignal.any([held, stopClock.signal]), (board, err) =>
      log.warn({ board, err }, 'could not let time change a stage'),
    );
  tasks.runPeriodically('clock', CLOCK_EVERY_MILLIS, async () => void (await storage.whileHolding('clock', runClock)));
  tasks.runPeriodically('versions', every, byOne('versions', takeVersions));
  tasks.runPeriodically('deletion', every, byOne('deletion', deleteBoards));
  const end = async () => {
    stopClock.abort();
    reveals.stop();
    writers.stop();
    voters.stop();
    await tasks.stop();
    // Storage that takes nothing now does not hold up the end: the board counts as used a minute less.
    await storeUse().catch((err: unknown) => log.warn({ err }, 'could not store which boards were used'));
  };
  const retire = () => {
    isRetiring = true;
  };
  const stop = () => {
    retire();
    return close(app, sync, storage, end);
  };
  return { port: portOf(app), origins: reached, retire, close: stop };
}

const watched = (token: string | null, census: () => Census): WatchedBy | null =>
  token === null ? null : { metrics: new Metrics(census), token };

type LoginParts = Omit<ConstructorParameters<typeof Login>[0], 'provider'> & { readonly log: Logger };

const loginAt = (client: OidcClient | null, { log, ...parts }: LoginParts): Login | null =>
  client === null ? null : new Login({ ...parts, provider: new IdentityProvider(client, log) });

async function close(app: FastifyInstance, sync: Sync, storage: Storage, end: () => Promise<void>): Promise<void> {
  // Nobody new from here on, while those who are here get what is held for them.
  app.server.close();
  await end();
  await sync.close();
  const cutOff = setTimeout(() => app.server.closeAllConnections(), LAST_REQUESTS_MILLIS);
  await app.close();
  clearTimeout(cutOff);
  await storage.close();
}

function portOf(app: FastifyInstance): number {
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
