import { accessTo, documentName, DOCUMENT_KINDS, type DocumentAddress } from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { Refused } from '../../refused.ts';
import type { Session } from '../../storage/storage.ts';
import type { ApiParts } from '../api.ts';
import { CompressedStates, encodingFor } from '../compressed-states.ts';
import { sessionIn } from '../grants.ts';

/**
 * A whole document as a Yjs update (V2), for a fast first load: 2 000 notes are under 90 kB so, and over 1 MB through the socket, which
 * then has only the difference to send.
 */
export function documentStateRoute(app: FastifyInstance, { sync }: ApiParts): void {
  const states = new CompressedStates();
  app.route<{ Params: { id: string; name: string } }>({
    method: 'GET',
    url: '/api/boards/:id/documents/:name/state',
    async handler(request, reply) {
      const address = addressOf(sessionIn(request), request.params.name);
      const encoding = encodingFor(request.headers['accept-encoding']);
      const state = await sync.documents.read(documentName(address), (doc) => states.of(doc, encoding));
      reply.header('cache-control', 'no-store').header('vary', 'accept-encoding').type('application/octet-stream');
      if (encoding !== 'identity') reply.header('content-encoding', encoding);
      return reply.send(Buffer.from(state));
    },
  });
}

/** `desk` is one's own: there is no way to name another's here. */
function addressOf({ role, participant: { id, board } }: Session, name: string): DocumentAddress {
  const kind = DOCUMENT_KINDS.find((known) => known === name);
  if (kind === undefined) throw new Refused('route-unknown');
  const address: DocumentAddress = kind === 'desk' ? { board, kind, owner: id } : { board, kind };
  if (accessTo(role, id, address) === 'none') throw new Refused('not-allowed');
  return address;
}
