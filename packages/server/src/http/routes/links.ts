import {
  codeLinkResponse,
  codeResponse,
  endLinkRequest,
  linksSchema,
  roleSchema,
  rotateLinkRequest,
  rotateLinkResponse,
  type BoardId,
  type Links,
  type Role,
} from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { ShownSecret } from '../../links/link-book.ts';
import { linkTo } from '../../links/link-origin.ts';
import { Refused } from '../../refused.ts';
import { boardIdIn, withZod, type ApiParts } from '../api.ts';
import { sessionIn } from '../grants.ts';

/** A board's links, for its facilitators: seen again, rotated, closed and given an end; and the short code that leads to one. */
export function linkRoutes(app: FastifyInstance, parts: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'GET',
    url: '/api/boards/:id/links',
    schema: { response: { 200: linksSchema } },
    handler: (request) => linksOf(parts, boardIdIn(request.params)),
  });

  api.route({
    method: 'POST',
    url: '/api/boards/:id/links/:role',
    schema: { body: rotateLinkRequest, response: { 200: rotateLinkResponse } },
    async handler(request) {
      const id = boardIdIn(request.params);
      // Whoever throws out the other facilitators stays.
      const staying = request.body.inside === 'stay' ? 'everyone' : sessionIn(request).tokenHash;
      const secret = await parts.links.rotate(id, roleIn(request.params), staying);
      await parts.sync.endOverSessions(id);
      return { url: linkTo(parts.origin(), id, secret) };
    },
  });

  api.route({
    method: 'PUT',
    url: '/api/boards/:id/links/:role/end',
    schema: { body: endLinkRequest, response: { 200: linksSchema } },
    async handler(request) {
      const id = boardIdIn(request.params);
      await parts.links.end(id, roleIn(request.params), request.body.endsAt);
      // Those inside are to leave by the new end, not by the one their sockets knew.
      await parts.sync.endOverSessions(id);
      return linksOf(parts, id);
    },
  });

  api.route({
    method: 'DELETE',
    url: '/api/boards/:id/links/:role',
    schema: { response: { 200: linksSchema } },
    async handler(request) {
      const id = boardIdIn(request.params);
      await parts.links.close(id, roleIn(request.params));
      await parts.sync.endOverSessions(id);
      return linksOf(parts, id);
    },
  });

  api.route({
    method: 'POST',
    url: '/api/boards/:id/codes',
    schema: { response: { 200: codeResponse } },
    handler: (request) => parts.codes.make(boardIdIn(request.params)),
  });

  api.route({
    method: 'POST',
    url: '/api/codes/:code',
    schema: { response: { 200: codeLinkResponse } },
    async handler(request) {
      const { code } = request.params as { code: string };
      const { board, secret } = await parts.codes.linkBehind(code, request.ip);
      return { link: linkTo(parts.origin(), board, secret) };
    },
  });
}

async function linksOf(parts: ApiParts, id: BoardId): Promise<Links> {
  const { participant, viewer } = await parts.links.secrets(id);
  const origin = parts.origin();
  const link = (shown: ShownSecret | null) => shown && linkTo(origin, id, shown.secret);
  const ends = { participant: participant?.endsAt ?? null, viewer: viewer?.endsAt ?? null };
  return { origin, participant: link(participant), viewer: link(viewer), ends };
}

function roleIn(params: unknown): Role {
  const role = z.safeParse(roleSchema, (params as { role?: unknown }).role);
  if (!role.success) throw new Refused('route-unknown');
  return role.data;
}
