/**
 * The grant table: who may do what. Nothing else in the product decides access. The server fails its start on a route
 * without a row here, and sets a socket's `readOnly` from `accessTo`.
 */
import type { DocumentAddress, DocumentKind } from './documents.ts';
import type { ParticipantId } from './ids.ts';
import type { Gate } from './layout/stage.ts';

export const ROLES = ['facilitator', 'participant', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export type Access = 'write' | 'read' | 'none';

/** `desk` speaks of one's own desk: nobody has any access to another's. */
const DOCUMENT_GRANT: Record<Role, Record<DocumentKind, Access>> = {
  facilitator: { plan: 'write', stage: 'read', canvas: 'write', desk: 'write', inbox: 'read' },
  participant: { plan: 'read', stage: 'read', canvas: 'write', desk: 'write', inbox: 'none' },
  viewer: { plan: 'read', stage: 'read', canvas: 'read', desk: 'none', inbox: 'none' },
};

/** What else holds while the stage has closed the canvas. */
const WHILE_CLOSED: Partial<Record<Role, Partial<Record<DocumentKind, Access>>>> = { participant: { canvas: 'read' } };

/** What a person with this role may do with this document of their board, and with the canvas while the stage says this of it. */
export function accessTo(role: Role, self: ParticipantId, document: DocumentAddress, canvas: Gate = 'open'): Access {
  if (document.kind === 'desk' && document.owner !== self) return 'none';
  const closed = canvas === 'closed' ? WHILE_CLOSED[role]?.[document.kind] : undefined;
  return closed ?? DOCUMENT_GRANT[role][document.kind];
}

/** `anyone` needs no session; the secret or nothing at all is asked for by the route itself. */
export const ROUTE_GRANT = {
  'POST /api/boards': 'anyone',
  'POST /api/boards/:id/door': 'anyone',
  'POST /api/boards/:id/join': 'anyone',
  'GET /api/boards/:id': ROLES,
  'DELETE /api/boards/:id': ['facilitator'],
  'POST /api/boards/:id/regret': ['facilitator'],
  'GET /api/boards/:id/links': ['facilitator'],
  'POST /api/boards/:id/links/:role': ['facilitator'],
  'DELETE /api/boards/:id/links/:role': ['facilitator'],
  'PUT /api/boards/:id/links/:role/end': ['facilitator'],
  'POST /api/boards/:id/codes': ['facilitator'],
  'POST /api/codes/:code': 'anyone',
  'GET /api/boards/:id/people': ['facilitator'],
  'DELETE /api/boards/:id/people/:person': ['facilitator'],
  'GET /api/boards/:id/people/:person/writing': ['facilitator'],
  'DELETE /api/boards/:id/people/:person/writing': ['facilitator'],
  'GET /api/boards/:id/documents/:name/state': ROLES,
  'POST /api/boards/:id/commands': ['facilitator'],
  'GET /api/boards/:id/votes/:vote/ballot': ['facilitator', 'participant'],
  'PUT /api/boards/:id/votes/:vote/ballot': ['facilitator', 'participant'],
  'GET /api/boards/:id/versions': ['facilitator'],
  'POST /api/boards/:id/versions': ['facilitator'],
  'GET /api/boards/:id/versions/:version/:name/state': ['facilitator'],
  'POST /api/boards/:id/versions/:version/restore': ['facilitator'],
  'GET /api/boards/:id/gatherings': ROLES,
  'GET /api/boards/:id/gatherings/:version/changes': ROLES,
  'POST /api/boards/:id/copies': ['facilitator'],
  'POST /api/boards/:id/assets': ['facilitator', 'participant'],
  'GET /api/boards/:id/assets/:asset': ROLES,
  'POST /api/boards/:id/templates': ['facilitator'],
  'PUT /api/boards/:id/templates/:template': ['facilitator'],
  'GET /api/templates': 'anyone',
  // Importing is asked what making a board is.
  'POST /api/templates': 'anyone',
  'GET /api/templates/:template': 'anyone',
  'GET /api/templates/:template/file': 'anyone',
  // With the secret that saving it gave.
  'PUT /api/templates/:template': 'anyone',
  'DELETE /api/templates/:template': 'anyone',
  // What is kept of a login is a cookie, and the routes read it themselves.
  'GET /api/login': 'anyone',
  'DELETE /api/login': 'anyone',
  'GET /api/login/start': 'anyone',
  'GET /api/login/return': 'anyone',
  'GET /api/openapi.json': 'anyone',
  // Who they are and what they may, the sockets ask with each document (`accessTo`).
  'GET /sync/:boardId': 'anyone',
  'GET /y/:boardId/canvas': 'anyone',
  'GET /livez': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  // The board app: its page and its files.
  'GET /': 'anyone',
  'GET /t/:boardId': 'anyone',
  'GET /example': 'anyone',
  'GET /m/:template': 'anyone',
  'GET /*': 'anyone',
} as const satisfies Record<string, 'anyone' | readonly Role[]>;
export type GrantedRoute = keyof typeof ROUTE_GRANT;

/** What is left to do on a board that has been deleted; every other route that asks for a session refuses it. */
const WHEN_DELETED: readonly GrantedRoute[] = ['DELETE /api/boards/:id', 'POST /api/boards/:id/regret'];

export const isForDeleted = (route: GrantedRoute): boolean => WHEN_DELETED.includes(route);

/** Whether there is anything that this role could do on a deleted board: others are not let in to one. */
export const mayEnterDeleted = (role: Role): boolean =>
  WHEN_DELETED.some((route) => (ROUTE_GRANT[route] as 'anyone' | readonly Role[]).includes(role));
