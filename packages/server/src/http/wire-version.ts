import { PROTOCOL_VERSION, VERSION_HEADER } from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { Refused } from '../refused.ts';

/** Whether a client that says it speaks this version is behind the server. One that says nothing is a script, and accepted. */
export const isTooOld = (version: string | undefined | null): boolean =>
  version !== undefined && version !== null && !(Number(version) >= PROTOCOL_VERSION);

export function refuseOldClients(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    const version = request.headers[VERSION_HEADER];
    if (isTooOld(Array.isArray(version) ? version[0] : version)) throw new Refused('version-too-old');
  });
}
