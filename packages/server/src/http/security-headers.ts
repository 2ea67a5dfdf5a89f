import type { IncomingMessage } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** What may stand in a policy: anything else in a `Host` header is somebody's attempt to write the policy. */
const HOST = /^[A-Za-z0-9.:[\]-]{1,255}$/;

/**
 * Headers for every answer. Many workshops run on `http://<local address>`: so no upgrade to https, no HSTS (that is the proxy's,
 * who knows), and none of the headers that browsers answer with a warning where there is no secure context (COOP,
 * Origin-Agent-Cluster).
 */
export async function addSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'blob:', 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'blob:', 'data:', (request) => ownSocket(request)],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
}

/** Safari before 15.4 does not take `'self'` to mean the own WebSocket. */
function ownSocket({ headers: { host = '' } }: Pick<IncomingMessage, 'headers'>): string {
  return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
}
