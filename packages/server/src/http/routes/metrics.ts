import type { FastifyInstance } from 'fastify';
import { hashOf, sameHash } from '../../links/secrets.ts';
import type { Metrics } from '../../metrics/metrics.ts';
import { Refused } from '../../refused.ts';

export type WatchedBy = { readonly metrics: Metrics; readonly token: string };

/** Without a token that was configured there is no such address. Null: there is none. */
export function metricsRoute(app: FastifyInstance, watchedBy: WatchedBy | null): void {
  app.get('/metrics', { schema: { hide: true } }, async ({ headers }, reply) => {
    if (watchedBy === null) throw new Refused('route-unknown');
    const { metrics, token } = watchedBy;
    const shown = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    if (!sameHash(hashOf(shown), hashOf(token))) throw new Refused('not-allowed');
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}
