import type { FastifyInstance } from 'fastify';
import type { ApiParts } from '../api.ts';
import { refuse } from '../errors.ts';

/** `livez`: the process answers. `readyz`: it also stores what it is given, and is not on its way out. */
export function healthRoutes(app: FastifyInstance, { sync }: Pick<ApiParts, 'sync'>, isRetiring: () => boolean): void {
  app.get('/livez', { schema: { hide: true } }, () => ({ ok: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    if (isRetiring()) return refuse(reply, 'shutting-down');
    return (await sync.health.isReady()) ? { ok: true } : refuse(reply, 'storage-unavailable');
  });
}
