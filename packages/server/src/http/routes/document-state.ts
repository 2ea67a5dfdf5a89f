import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { accessTo, documentName, DOCUMENT_KINDS, type DocumentAddress } from '@samtavla/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { encodeStateAsUpdateV2 } from 'yjs';
import { Refused } from '../../refused.ts';
import type { Session } from '../../storage/storage.ts';
import type { ApiParts } from '../api.ts';
import { sessionIn } from '../grants.ts';

const compress = promisify(gzip);

/**
 * A whole document as a Yjs update (V2), for a fast first load: 2 000 notes are 37 kB so, and over 1 MB through the socket, which
 * then has only the difference to send.
 */
export function documentStateRoute(app: FastifyInstance, { sync }: ApiParts): void {
  app.route<{ Params: { id: string; name: string } }>({
    method: 'GET',
    url: '/api/boards/:id/documents/:name/state',
    async handler(request, reply) {
      const address = addressOf(sessionIn(request), request.params.name);
      const state = await sync.read(documentName(address), (doc) => encodeStateAsUpdateV2(doc));
      reply.header('cache-control', 'no-store').header('vary', 'accept-encoding').type('application/octet-stream');
      const takesGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
      return takesGzip ? sendCompressed(reply, state) : reply.send(Buffer.from(state));
    },
  });
}

async function sendCompressed(reply: FastifyReply, state: Uint8Array): Promise<FastifyReply> {
  const compressed = await compress(state);
  return reply.header('content-encoding', 'gzip').send(compressed);
}

/** `desk` is one's own: there is no way to name another's here. */
function addressOf({ role, participant: { id, board } }: Session, name: string): DocumentAddress {
  const kind = DOCUMENT_KINDS.find((known) => known === name);
  if (kind === undefined) throw new Refused('route-unknown');
  const address: DocumentAddress = kind === 'desk' ? { board, kind, owner: id } : { board, kind };
  if (accessTo(role, id, address) === 'none') throw new Refused('not-allowed');
  return address;
}
