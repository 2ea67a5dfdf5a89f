import { assetResponse, isAssetId, type AssetId } from '@samtavla/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { imageTypeOf } from '../../assets/image-type.ts';
import { Refused } from '../../refused.ts';
import { boardIdIn, withZod, type ApiParts } from '../api.ts';

/**
 * Even opened by itself an image can do nothing: whatever a browser takes it for, there is no script and no other origin in it. It
 * stays in no cache: leaving a board leaves nothing of it on the device. `inline`, so that a script may show what it fetched.
 */
const HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline',
  'cache-control': 'no-store',
};

export function assetRoutes(app: FastifyInstance, parts: ApiParts): void {
  // A scope of its own: only in here is a body a stream.
  void app.register(async (scope) => uploadRoute(scope, parts));

  app.route<{ Params: { asset: string } }>({
    method: 'GET',
    url: '/api/boards/:id/assets/:asset',
    schema: { summary: 'An image of the board' },
    async handler(request, reply) {
      const asset = await parts.assets.get(boardIdIn(request.params), assetIdIn(request.params.asset));
      if (asset === null) throw new Refused('asset-unknown');
      const type = imageTypeOf(asset.head) ?? 'application/octet-stream';
      return reply.headers(HEADERS).header('content-length', asset.bytes).type(type).send(asset.content);
    },
  });
}

/**
 * The body is the image itself and nothing else. In a multipart form it would be one of several fields with a name and a type of the
 * client's choosing, and the parser's answer to one that is too large is half of it.
 */
function uploadRoute(scope: FastifyInstance, { intake, storage, assets }: ApiParts): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
  withZod(scope).route({
    method: 'POST',
    url: '/api/boards/:id/assets',
    schema: {
      summary: 'Stores an image of the board; the body is a PNG, JPEG, WebP or GIF itself',
      response: { 200: assetResponse },
    },
    async handler(request) {
      try {
        const board = boardIdIn(request.params);
        const id = await intake.take(board, bodyOf(request));
        // It may have been deleted for good while the image was on its way.
        if ((await storage.board(board)) !== null) return { id };
        await assets.remove(board);
        throw new Refused('board-unknown');
      } finally {
        // What a refused client goes on sending is read and thrown away: cut off, it would never see why.
        request.raw.resume();
      }
    },
  });
}

async function* bodyOf({ raw }: FastifyRequest): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of raw.iterator({ destroyOnReturn: false })) yield chunk as Uint8Array;
  } catch {
    // The client is gone in the middle of it.
    throw new Refused('bad-request');
  }
}

function assetIdIn(text: string): AssetId {
  if (!isAssetId(text)) throw new Refused('asset-unknown');
  return text;
}
