import type { FastifyInstance } from 'fastify';
import type { Watch } from '../metrics/watch.ts';

/**
 * One line a request, by the route's pattern. What the client sent (path, query, headers, address, body) is not in it, because any
 * of these may hold a name, a secret or a person's address.
 */
export function logRequests(app: FastifyInstance, watch: Watch): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      millis: Math.round(reply.elapsedTime),
    };
    if (reply.refusal !== null) watch.refused('request', reply.refusal);
    if (reply.statusCode >= 400) request.log.info({ ...line, code: reply.refusal }, 'refused');
    else request.log.debug(line, 'answered');
  });
}
