/** One Fastify: the API, the sockets and the board app, each route held to the grant table. */
import { fileURLToPath } from 'node:url';
import fastifyCookie from '@fastify/cookie';
import { LIMITS } from '@samtavla/protocol';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import type { Watch } from '../metrics/watch.ts';
import type { StorageCorrupt } from '../storage/storage-error.ts';
import type { ApiParts } from './api.ts';
import { serveBoardApp } from './board-app.ts';
import type { Brand } from './brand.ts';
import { answerErrors, codeOf, refuse } from './errors.ts';
import { enforceGrants } from './grants.ts';
import { describeRoutes } from './openapi.ts';
import { logRequests } from './request-log.ts';
import { assetRoutes } from './routes/assets.ts';
import { boardRoutes } from './routes/boards.ts';
import { ballotRoutes } from './routes/ballots.ts';
import { commandRoutes } from './routes/commands.ts';
import { deletionRoutes } from './routes/deletion.ts';
import { documentStateRoute } from './routes/document-state.ts';
import { healthRoutes } from './routes/health.ts';
import { joiningRoutes } from './routes/joining.ts';
import { linkRoutes } from './routes/links.ts';
import { loginRoutes } from './routes/login.ts';
import { metricsRoute, type WatchedBy } from './routes/metrics.ts';
import { peopleRoutes } from './routes/people.ts';
import { socketRoutes } from './routes/socket.ts';
import { templateRoutes } from './routes/templates.ts';
import { versionRoutes } from './routes/versions.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { refuseOldClients } from './wire-version.ts';

const BOARD_APP = fileURLToPath(new URL('../../../board/dist/app', import.meta.url));

export function createApp(log: Logger): FastifyInstance {
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

type RouteOptions = {
  readonly boardApp?: string | undefined;
  readonly onCorrupt?: ((error: StorageCorrupt) => void) | undefined;
  readonly allowTokenInQuery?: boolean | undefined;
  readonly brand?: Brand | null | undefined;
  readonly watch: Watch;
  readonly watchedBy: WatchedBy | null;
  readonly isRetiring: () => boolean;
};

export async function addRoutes(
  app: FastifyInstance,
  parts: ApiParts,
  { boardApp = BOARD_APP, onCorrupt = () => {}, allowTokenInQuery = false, ...more }: RouteOptions,
): Promise<void> {
  answerErrors(app, onCorrupt);
  logRequests(app, more.watch);
  refuseOldClients(app);
  enforceGrants(app, parts.admission, parts.storage);
  await app.register(fastifyCookie);
  await addSecurityHeaders(app);
  await describeRoutes(app);
  await socketRoutes(app, parts.sync, { allowTokenInQuery, isRetiring: more.isRetiring });
  boardRoutes(app, parts);
  loginRoutes(app, parts);
  linkRoutes(app, parts);
  joiningRoutes(app, parts);
  peopleRoutes(app, parts);
  documentStateRoute(app, parts);
  ballotRoutes(app, parts);
  commandRoutes(app, parts);
  versionRoutes(app, parts);
  deletionRoutes(app, parts);
  assetRoutes(app, parts);
  templateRoutes(app, parts);
  healthRoutes(app, parts, more.isRetiring);
  metricsRoute(app, more.watchedBy);
  await serveBoardApp(app, boardApp, more.brand ?? null);
}
