/** Each route of the grant table, asked for with what it takes. */
import { createHash } from 'node:crypto';
import { ROUTE_GRANT, type GrantedRoute, type Role } from '@samtavla/protocol';
import { gif } from './images.ts';

/** The routes that ask for a session. */
export const WITH_ROLES = (Object.entries(ROUTE_GRANT) as [GrantedRoute, 'anyone' | readonly Role[]][]).flatMap(
  ([route, grant]) => (grant === 'anyone' ? [] : [{ route, grant }]),
);

/** Of what a route is about. */
export type RouteIds = {
  readonly person?: string;
  readonly version?: string;
  readonly template?: { readonly id: string; readonly editSecret: string };
};

const IMAGE = gif(1, 1);

/** @param instead what is sent in place of the body it takes */
export function askRoute(
  url: string,
  route: GrantedRoute,
  token: string | null,
  board: string,
  { person = 'nobody', version = 'nowhere', template = { id: 'nowhere', editSecret: 'none' } }: RouteIds = {},
  instead?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const path = pattern
    .replace(':id', board)
    .replace(':person', person)
    .replace(':name', 'plan')
    .replace(':role', 'viewer')
    .replace(':version', version)
    .replace(':vote', '1')
    .replace(':template', template.id)
    .replace(':asset', createHash('sha256').update(IMAGE).digest('hex'));
  const sent = bodyOf(route, template.editSecret);
  const headers = new Headers();
  if (sent !== null) headers.set('content-type', sent.type);
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  return fetch(url + path, { method, headers, body: instead ?? sent?.body ?? null });
}

const TEMPLATE = {
  name: 'Mal',
  description: '',
  visibility: 'link',
  questions: true,
  phases: true,
  guide: true,
  perspectives: true,
  things: [],
};

function bodyOf(
  route: GrantedRoute,
  editSecret: string,
): { body: Uint8Array<ArrayBuffer> | string; type: string } | null {
  if (route.includes('/templates'))
    return { body: JSON.stringify({ ...TEMPLATE, editSecret }), type: 'application/json' };
  if (route.endsWith('/assets')) return { body: new Uint8Array(IMAGE), type: 'image/gif' };
  if (route.endsWith('/end')) return { body: JSON.stringify({ endsAt: null }), type: 'application/json' };
  if (route.endsWith('/commands'))
    return { body: JSON.stringify({ command: { type: 'phase.start' } }), type: 'application/json' };
  if (route.startsWith('PUT') && route.endsWith('/ballot'))
    return { body: JSON.stringify({ votes: {}, revision: 1 }), type: 'application/json' };
  return route.startsWith('POST')
    ? { body: JSON.stringify({ inside: 'stay', name: 'Samling', gathering: true }), type: 'application/json' }
    : null;
}
