import { documentName, isBoardId, LIMITS, type BoardId } from '@samtavla/protocol';
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { Refused } from '../../refused.ts';
import type { Sync } from '../../sync/sync.ts';
import { YWebsocketLine } from '../../sync/y-websocket-line.ts';
import { isTooOld } from '../wire-version.ts';

/**
 * `ws` itself cuts off larger frames before they are in memory, with a code of its own; up to here our own check says why.
 */
const FRAME_BYTES = 2 * LIMITS.frameBytes;

type Parameter = string | string[] | undefined;
type SocketRequest = { Params: { boardId: string }; Querystring: { v?: Parameter; token?: Parameter } };

/** @param isRetiring whether the server is on its way out: a proxy then asks the next one, as it cannot once a socket is open */
export async function socketRoutes(
  app: FastifyInstance,
  sync: Sync,
  { allowTokenInQuery, isRetiring }: { readonly allowTokenInQuery: boolean; readonly isRetiring: () => boolean },
): Promise<void> {
  const onRequest = async () => {
    if (isRetiring()) throw new Refused('shutting-down');
  };

  // Sockets are closed by `sync`, with a code that says why.
  await app.register(websocket, {
    options: { maxPayload: FRAME_BYTES, handleProtocols: answeredProtocol },
    preClose: (done) => done(),
  });

  app.get<SocketRequest>(
    '/sync/:boardId',
    { websocket: true, onRequest, schema: { summary: 'The board’s documents, for Hocuspocus’ provider; a WebSocket' } },
    (ws, request) => {
      const board = boardOf(sync, ws, request);
      if (board !== null) sync.accept(ws, board, requestFor(board));
    },
  );

  app.get<SocketRequest>(
    '/y/:boardId/canvas',
    {
      websocket: true,
      onRequest,
      schema: { summary: 'The board’s canvas, for plain y-websocket clients; a WebSocket' },
    },
    (ws, request) => {
      const board = boardOf(sync, ws, request);
      if (board === null) return;
      const inQuery = allowTokenInQuery ? first(request.query.token) : undefined;
      const token = tokenIn(request.headers['sec-websocket-protocol']) ?? inQuery;
      if (token === undefined) return sync.turnAway(ws, 'session-unknown');
      const line = new YWebsocketLine(ws, documentName({ board, kind: 'canvas' }));
      sync.accept(line, board, requestFor(board));
      line.authenticate(token);
    },
  );
}

/** The board of a socket's address; where that leads nowhere, the socket is closed and there is none. */
function boardOf(
  sync: Sync,
  ws: WebSocket,
  { params, query }: Pick<FastifyRequest<SocketRequest>, 'params' | 'query'>,
): BoardId | null {
  const { boardId } = params;
  if (!isTooOld(first(query.v)) && isBoardId(boardId)) return boardId;
  sync.turnAway(ws, isBoardId(boardId) ? 'version-too-old' : 'board-unknown');
  return null;
}

const first = (value: Parameter): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Hocuspocus asks for a web request; it needs nothing of the real one, so nothing of it lies about in its memory. */
const requestFor = (board: BoardId): Request => new Request(`http://samtavla/sync/${board}`);

/** A browser's script sets no header on a socket but this one: so a token may come as a protocol that the client says it speaks. */
const TOKEN_PROTOCOL = /^token\.([A-Za-z0-9_-]{16,128})$/;

const tokenIn = (offered = ''): string | undefined =>
  offered
    .split(',')
    .map((protocol) => TOKEN_PROTOCOL.exec(protocol.trim())?.[1])
    .find((token) => token !== undefined);

/** A client that offers protocols has to be answered with one of them: with another than its token, where it offers one. */
const answeredProtocol = (offered: ReadonlySet<string>): string | false => {
  const [any] = offered;
  return [...offered].find((protocol) => !TOKEN_PROTOCOL.test(protocol)) ?? any ?? false;
};
