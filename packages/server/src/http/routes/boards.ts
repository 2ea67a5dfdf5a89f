import { createBoardRequest, createBoardResponse, boardFactsSchema } from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { createBoard } from '../../boards/create-board.ts';
import { boardIdIn, checkMaker, newBoardAnswer, viewBoard, withZod, type ApiParts } from '../api.ts';

export function boardRoutes(app: FastifyInstance, parts: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'POST',
    url: '/api/boards',
    schema: { body: createBoardRequest, response: { 201: createBoardResponse } },
    async handler(request, reply) {
      checkMaker(parts, request, request.body.creationCode);
      return reply.code(201).send(newBoardAnswer(parts, await createBoard(parts, request.body)));
    },
  });

  api.route({
    method: 'GET',
    url: '/api/boards/:id',
    schema: { response: { 200: boardFactsSchema } },
    async handler(request) {
      const id = boardIdIn(request.params);
      const { facts } = await viewBoard(parts, id);
      const disuse = await parts.deletion.disuse(id);
      return { ...facts, ...(disuse !== null && { disuse }) };
    },
  });
}
