import { isBoardId, isForDeleted, ROUTE_GRANT, type GrantedRoute, type Role } from '@samtavla/protocol';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Admission } from '../links/admission.ts';
import { Refused } from '../refused.ts';
import type { Session, Storage } from '../storage/storage.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on a route that is open to anyone. */
    session: Session | null;
  }
}

/**
 * Holds every route to the grant table, from the one place where all of them pass. A route without a row throws when it is
 * added, and so the server does not start.
 */
export function enforceGrants(app: FastifyInstance, admission: Admission, storage: Pick<Storage, 'board'>): void {
  app.decorateRequest('session', null);
  app.addHook('onRoute', (route) => {
    const { grant, evenDeleted } = grantOf(route);
    if (grant === 'anyone') return;
    const check = async (request: FastifyRequest) => {
      request.session = await sessionOf(request, admission, storage, evenDeleted);
      if (!grant.includes(request.session.role)) throw new Refused('not-allowed');
    };
    // Before the body is read and validated: who may not ask learns nothing about what one may ask.
    route.onRequest = [check, ...[route.onRequest ?? []].flat()];
  });
}

type Granted = { readonly grant: 'anyone' | readonly Role[]; readonly evenDeleted: boolean };

function grantOf({ method, url }: RouteOptions & { url: string }): Granted {
  const routes = [method].flat().map((one) => {
    const route = `${one === 'HEAD' ? 'GET' : one} ${url}`;
    if (!isGranted(route)) throw new Error(`The route "${route}" has no row in the grant table (ROUTE_GRANT).`);
    return route;
  });
  const grants = routes.map((route) => ROUTE_GRANT[route]);
  const [first] = grants;
  if (first === undefined || grants.some((grant) => grant !== first))
    throw new Error(`The route ${url} mixes methods of different grants.`);
  return { grant: first, evenDeleted: routes.every(isForDeleted) };
}

const isGranted = (route: string): route is GrantedRoute => Object.hasOwn(ROUTE_GRANT, route);

async function sessionOf(
  request: FastifyRequest,
  admission: Admission,
  storage: Pick<Storage, 'board'>,
  evenDeleted: boolean,
): Promise<Session> {
  const { id } = request.params as { id?: string };
  if (id === undefined || !isBoardId(id)) throw new Refused('board-unknown');
  const token = /^Bearer ([A-Za-z0-9_-]{16,128})$/.exec(request.headers.authorization ?? '')?.[1];
  const session = token === undefined ? null : await admission.session(id, token, { evenDeleted });
  if (session !== null) return session;
  throw new Refused((await storage.board(id)) === null ? 'board-unknown' : 'session-unknown');
}

/** The session of a route whose row in the table names roles. */
export function sessionIn(request: FastifyRequest): Session {
  if (request.session === null)
    throw new Error('This route asks for a session, so the grant table must name roles for it.');
  return request.session;
}
