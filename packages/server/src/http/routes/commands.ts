import { commandRequest, commandResponse } from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { boardIdIn, withZod, type ApiParts } from '../api.ts';

/** What a facilitator tells the stage to do. */
export function commandRoutes(app: FastifyInstance, { stages, now }: ApiParts): void {
  withZod(app).route({
    method: 'POST',
    url: '/api/boards/:id/commands',
    schema: { body: commandRequest, response: { 200: commandResponse } },
    async handler(request) {
      const { command, expects } = request.body;
      const stage = await stages.command(boardIdIn(request.params), command, expects);
      return { stage, now: now() };
    },
  });
}
