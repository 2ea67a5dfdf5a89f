import type { FastifyInstance } from 'fastify';
import { boardIdIn, type ApiParts } from '../api.ts';

/** A board's end, by its facilitators: deleted, which can be regretted for some weeks, or for good at once. */
export function deletionRoutes(app: FastifyInstance, { deletion }: ApiParts): void {
  app.route<{ Querystring: { forGood?: string } }>({
    method: 'DELETE',
    url: '/api/boards/:id',
    schema: { summary: 'Closes the board to everybody; with forGood=1 all of it is gone when this is answered' },
    async handler(request, reply) {
      const id = boardIdIn(request.params);
      if (request.query.forGood === '1') await deletion.deleteForGood(id);
      else await deletion.delete(id);
      return reply.code(204).send();
    },
  });

  app.route({
    method: 'POST',
    url: '/api/boards/:id/regret',
    schema: { summary: 'Takes a deletion back' },
    async handler(request, reply) {
      await deletion.takeBack(boardIdIn(request.params));
      return reply.code(204).send();
    },
  });
}
