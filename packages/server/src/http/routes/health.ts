import type { FastifyInstance } from 'fastify';
import type { ApiParts } from '../api.ts';
import { refuse } from '../errors.ts';

/** `livez`: the process answers. `readyz`: it also stores what it is given. */
export function healthRoutes(app: FastifyInstance, { sync }: Pick<ApiParts, 'sync'>): void {
  app.get('/livez', { schema: { hide: true } }, () => ({ ok: true }));
  app.get('/readyz', { schema: { hide: true } }, async (_request, reply) =>
    (await sync.health.isReady()) ? { ok: true } : refuse(reply, 'storage-unavailable'),
  );
}
