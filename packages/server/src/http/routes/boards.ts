import { createBoardRequest, createBoardResponse, boardFactsSchema } from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { createBoard } from '../../boards/create-board.ts';
import { viewOf } from '../../boards/board-view.ts';
import { linkTo } from '../../links/link-origin.ts';
import { boardIdIn, viewBoard, withZod, type ApiParts } from '../api.ts';

export function boardRoutes(app: FastifyInstance, parts: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'POST',
    url: '/api/boards',
    schema: { body: createBoardRequest, response: { 201: createBoardResponse } },
    async handler(request, reply) {
      parts.creation.check(request.body.creationCode, request.ip);
      const { board, secrets } = await createBoard(parts, request.body);
      const { facts } = viewOf(board, { title: board.title, locale: board.locale, sectors: [], levels: [] });
      const link = (role: keyof typeof secrets) => linkTo(parts.origin(), board.id, secrets[role]);
      const links = { facilitator: link('facilitator'), participant: link('participant'), viewer: link('viewer') };
      return reply.code(201).send({ board: facts, links });
    },
  });

  api.route({
    method: 'GET',
    url: '/api/boards/:id',
    schema: { response: { 200: boardFactsSchema } },
    async handler(request) {
      const { facts } = await viewBoard(parts, boardIdIn(request.params));
      return facts;
    },
  });
}
