import type { FastifyInstance } from 'fastify';

/**
 * One line a request, by the route's pattern. What the client sent (path, query, headers, address, body) is not in it, because any
 * of these may hold a name, a secret or a person's address.
 */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const line = {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      millis: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 400) request.log.info(line, 'refused');
    else request.log.debug(line, 'answered');
  });
}
