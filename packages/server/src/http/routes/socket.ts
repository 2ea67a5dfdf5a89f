import { isBoardId, LIMITS, REFUSALS, type RefusalCode } from '@samtavla/protocol';
import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import type { WebSocket } from 'ws';
import type { Sync } from '../../sync/sync.ts';
import { isTooOld } from '../wire-version.ts';

/**
 * `ws` itself cuts off larger frames before they are in memory, with a code of its own; up to here our own check says why.
 */
const FRAME_BYTES = 2 * LIMITS.frameBytes;

export async function socketRoute(app: FastifyInstance, sync: Sync): Promise<void> {
  // Sockets are closed by `sync`, with a code that says why.
  await app.register(websocket, { options: { maxPayload: FRAME_BYTES }, preClose: (done) => done() });

  app.get<{ Params: { boardId: string }; Querystring: { v?: string | string[] } }>(
    '/sync/:boardId',
    { websocket: true },
    (ws, request) => {
      const { boardId } = request.params;
      const { v } = request.query;
      if (isTooOld(Array.isArray(v) ? v[0] : v)) return close(ws, 'version-too-old');
      if (!isBoardId(boardId)) return close(ws, 'board-unknown');
      // Hocuspocus asks for a web request; it needs nothing of the real one, so nothing of it lies about in its memory.
      sync.accept(ws, boardId, new Request(`http://samtavla/sync/${boardId}`));
    },
  );
}

const close = (ws: WebSocket, code: RefusalCode): void => ws.close(REFUSALS[code].close, code);
