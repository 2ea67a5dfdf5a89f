import { REFUSALS, type RefusalCode } from '@samtavla/protocol';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refused } from '../refused.ts';
import { REFUSAL_MESSAGES } from './refusal-messages.ts';
import { StorageCorrupt, StorageUnavailable } from '../storage/storage-error.ts';

declare module 'fastify' {
  interface FastifyReply {
    /** The code that it says no with. */
    refusal: RefusalCode | null;
  }
}

/** Every error leaves as `{ code, message }` out of the registry; what happened inside goes to the log only. */
export function answerErrors(app: FastifyInstance, onCorrupt: (error: StorageCorrupt) => void): void {
  app.decorateReply('refusal', null);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (error instanceof StorageCorrupt) onCorrupt(error);
    if (REFUSALS[code].status >= 500)
      request.log.error({ route: request.routeOptions.url, err: error }, 'could not answer');
    return refuse(reply, code);
  });
}

export function refuse(reply: FastifyReply, code: RefusalCode): FastifyReply {
  const { status } = REFUSALS[code];
  reply.refusal = code;
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/json')
    .serializer(JSON.stringify)
    .send({ code, message: REFUSAL_MESSAGES[code] });
}

export function codeOf(error: Error): RefusalCode {
  if (error instanceof Refused) return error.code;
  if (error instanceof StorageUnavailable) return 'storage-unavailable';
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return 'too-large';
  if (status === 404) return 'route-unknown';
  return status >= 400 && status < 500 ? 'bad-request' : 'internal';
}

/** Asks for the refusal of a path that leads nowhere, whatever its method. */
export const refuseUnknownRoute = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  refuse(reply, 'route-unknown');
