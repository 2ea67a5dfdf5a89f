import {
  changesResponse,
  copyBoardRequest,
  createBoardResponse,
  gatheringsResponse,
  isVersionId,
  LIMITS,
  restoreVersionResponse,
  takeVersionRequest,
  versionSchema,
  versionsResponse,
  type BoardVersion,
  type VersionId,
} from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { copyBoard } from '../../boards/copy-board.ts';
import { Refused } from '../../refused.ts';
import type { Version } from '../../storage/version-storage.ts';
import { unzip } from '../../versions/packed-state.ts';
import { boardIdIn, checkMaker, newBoardAnswer, withZod, type ApiParts } from '../api.ts';

/** A board's versions, for its facilitators: taken, looked at, gone back to, and made into a board of their own. */
export function versionRoutes(app: FastifyInstance, parts: ApiParts): void {
  const { versions } = parts;
  const api = withZod(app);

  api.route({
    method: 'GET',
    url: '/api/boards/:id/versions',
    schema: { response: { 200: versionsResponse } },
    handler: async (request) => ({ versions: (await versions.list(boardIdIn(request.params))).map(shown) }),
  });

  api.route({
    method: 'POST',
    url: '/api/boards/:id/versions',
    schema: { body: takeVersionRequest, response: { 201: versionSchema } },
    async handler(request, reply) {
      const { name, gathering } = request.body;
      const version = await versions.take(boardIdIn(request.params), name, gathering ? 'gathering' : 'named');
      return reply.code(201).send(shown(version));
    },
  });

  api.route({
    method: 'POST',
    url: '/api/boards/:id/versions/:version/restore',
    schema: { response: { 200: restoreVersionResponse } },
    async handler(request) {
      const before = await versions.restore(boardIdIn(request.params), versionIdIn(request.params));
      return { before: shown(before) };
    },
  });

  api.route({
    method: 'POST',
    url: '/api/boards/:id/copies',
    schema: { body: copyBoardRequest, response: { 201: createBoardResponse } },
    async handler(request, reply) {
      checkMaker(parts, request, request.body.creationCode);
      const made = await copyBoard(parts, boardIdIn(request.params), request.body);
      return reply.code(201).send(newBoardAnswer(parts, made));
    },
  });

  gatheringRoutes(app, parts);
  versionStateRoute(app, parts);
}

/** For everybody on the board: which gatherings are over, and what has changed since one of them. */
function gatheringRoutes(app: FastifyInstance, { versions }: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'GET',
    url: '/api/boards/:id/gatherings',
    schema: { response: { 200: gatheringsResponse } },
    async handler(request) {
      const all = await versions.gatherings(boardIdIn(request.params));
      return { gatherings: all.map(({ id, name, takenAt }) => ({ id, name: name ?? '', endedAt: takenAt })) };
    },
  });

  api.route({
    method: 'GET',
    url: '/api/boards/:id/gatherings/:version/changes',
    schema: { response: { 200: changesResponse } },
    async handler(request) {
      const all = await versions.changesSince(boardIdIn(request.params), versionIdIn(request.params));
      const changes = all.slice(0, LIMITS.changesTold);
      return { changes, more: all.length - changes.length };
    },
  });
}

/** A document as it was, in the form in which it is (`documents/:name/state`). */
function versionStateRoute(app: FastifyInstance, { versions }: ApiParts): void {
  app.route<{ Params: { name: string } }>({
    method: 'GET',
    url: '/api/boards/:id/versions/:version/:name/state',
    schema: { summary: 'Plan or canvas of a version, as a Yjs update (V2)' },
    async handler(request, reply) {
      const { name } = request.params;
      if (name !== 'plan' && name !== 'canvas') throw new Refused('route-unknown');
      const state = await versions.state(boardIdIn(request.params), versionIdIn(request.params));
      const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      reply.header('cache-control', 'no-store').header('vary', 'accept-encoding').type('application/octet-stream');
      if (takesGzip) reply.header('content-encoding', 'gzip');
      return reply.send(Buffer.from(takesGzip ? state[name] : await unzip(state[name])));
    },
  });
}

function versionIdIn(params: unknown): VersionId {
  const { version } = params as { version?: string };
  if (version === undefined || !isVersionId(version)) throw new Refused('version-unknown');
  return version;
}

const shown = ({ id, kind, name, takenAt }: Version): BoardVersion => ({ id, kind, name, takenAt });
