/** Composition: one Fastify with the API, the sockets and the board app. */
import { fileURLToPath } from 'node:url';
import { LIMITS, now as systemTime, type Limits, type Millis } from '@samtavla/protocol';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { pino, type Logger } from 'pino';
import type { AssetStore } from './assets/asset-store.ts';
import { ImageIntake } from './assets/image-intake.ts';
import { BoardUse } from './boards/board-use.ts';
import type { ApiParts } from './http/api.ts';
import { serveBoardApp } from './http/board-app.ts';
import { BoardDeletion } from './deletion/board-deletion.ts';
import { answerErrors, codeOf, refuse } from './http/errors.ts';
import { enforceGrants } from './http/grants.ts';
import { describeRoutes } from './http/openapi.ts';
import { logRequests } from './http/request-log.ts';
import { assetRoutes } from './http/routes/assets.ts';
import { boardRoutes } from './http/routes/boards.ts';
import { documentStateRoute } from './http/routes/document-state.ts';
import { healthRoutes } from './http/routes/health.ts';
import { joiningRoutes } from './http/routes/joining.ts';
import { linkRoutes } from './http/routes/links.ts';
import { metricsRoute, type WatchedBy } from './http/routes/metrics.ts';
import { peopleRoutes } from './http/routes/people.ts';
import { socketRoutes } from './http/routes/socket.ts';
import { templateRoutes } from './http/routes/templates.ts';
import { deletionRoutes } from './http/routes/deletion.ts';
import { versionRoutes } from './http/routes/versions.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { refuseOldClients } from './http/wire-version.ts';
import { Admission } from './links/admission.ts';
import { CreationCode } from './links/creation-code.ts';
import { GuessLimit, WRONG_SECRETS } from './links/guess-limit.ts';
import { LinkBook } from './links/link-book.ts';
import { origins } from './links/link-origin.ts';
import { LinkVault } from './links/link-vault.ts';
import { ShortCodes } from './links/short-codes.ts';
import { Metrics } from './metrics/metrics.ts';
import { UNWATCHED, type Census, type Watch } from './metrics/watch.ts';
import type { StorageCorrupt } from './storage/storage-error.ts';
import type { Storage } from './storage/storage.ts';
import type { CompactionRows } from './sync/compaction.ts';
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
  /** What making a board takes; null or absent: nothing. */
  readonly creationCode?: string | null;
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

const BOARD_APP = fileURLToPath(new URL('../../board/dist/app', import.meta.url));
/** Far shorter than what any of its tasks waits for. */
const TASKS_EVERY_MILLIS = 60_000;
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
  const onAppend = (document: string) => use.changed(document);
  const sync: Sync = new Sync({ storage, admission, log, limits, now, compactAt, nodes, watch, onAppend, onCorrupt });
  let isRetiring = false;
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
  const creation = new CreationCode(options.creationCode ?? null, now);
  const guesses = new GuessLimit(now, WRONG_SECRETS);
  const parts = {
    storage,
    assets,
    intake,
    sync,
    versions,
    deletion,
    links,
    codes,
    creation,
    admission,
    guesses,
    now,
    origin: () => reached()[0],
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
  tasks.runPeriodically('versions', every, byOne('versions', takeVersions));
  tasks.runPeriodically('deletion', every, byOne('deletion', deleteBoards));
  const end = async () => {
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

function createApp(log: Logger): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = log;
  const app = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LIMITS.bodyBytes,
    // Its answer would not be one of ours; a request that came in time is answered, and the connection closed.
    return503OnClosing: false,
    // The guess limit goes by address: behind a proxy on this machine or network, by the one it says.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    routerOptions: { maxParamLength: 128 },
    // A path that cannot be decoded never reaches a route, nor the error handler.
    frameworkErrors: (error, _request, reply) => void refuse(reply, codeOf(error)),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  return app;
}

type RouteOptions = Pick<ServerOptions, 'boardApp' | 'onCorrupt' | 'allowTokenInQuery'> & {
  readonly watch: Watch;
  readonly watchedBy: WatchedBy | null;
  readonly isRetiring: () => boolean;
};

async function addRoutes(
  app: FastifyInstance,
  parts: ApiParts,
  { boardApp = BOARD_APP, onCorrupt = () => {}, allowTokenInQuery = false, ...more }: RouteOptions,
): Promise<void> {
  answerErrors(app, onCorrupt);
  logRequests(app, more.watch);
  refuseOldClients(app);
  enforceGrants(app, parts.admission, parts.storage);
  await addSecurityHeaders(app);
  await describeRoutes(app);
  await socketRoutes(app, parts.sync, { allowTokenInQuery, isRetiring: more.isRetiring });
  boardRoutes(app, parts);
  linkRoutes(app, parts);
  joiningRoutes(app, parts);
  peopleRoutes(app, parts);
  documentStateRoute(app, parts);
  versionRoutes(app, parts);
  deletionRoutes(app, parts);
  assetRoutes(app, parts);
  templateRoutes(app);
  healthRoutes(app, parts, more.isRetiring);
  metricsRoute(app, more.watchedBy);
  await serveBoardApp(app, boardApp);
}

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
