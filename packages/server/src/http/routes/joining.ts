import {
  accessTo,
  documentName,
  doorRequest,
  doorResponse,
  joinRequest,
  joinResponse,
  mayEnterDeleted,
  type BoardId,
  type JoinResponse,
} from '@samtavla/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refused } from '../../refused.ts';
import type { Link, Session } from '../../storage/storage.ts';
import { boardIdIn, viewBoard, withZod, type ApiParts } from '../api.ts';

/** The way in: what one sees at the door, and going through it. */
export function joiningRoutes(app: FastifyInstance, parts: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'POST',
    url: '/api/boards/:id/door',
    schema: { body: doorRequest, response: { 200: doorResponse } },
    async handler(request) {
      const id = boardIdIn(request.params);
      const { role } = await linkBehind(parts, request, id, request.body.secret);
      const { facts, perspectives } = await viewBoard(parts, id);
      const { title, locale, anonymous } = facts;
      return { role, title, locale, anonymous, perspectives, now: parts.now() };
    },
  });

  api.route({
    method: 'POST',
    url: '/api/boards/:id/join',
    schema: { body: joinRequest, response: { 200: joinResponse } },
    async handler(request) {
      const id = boardIdIn(request.params);
      const link = await linkBehind(parts, request, id, request.body.secret);
      const view = await viewBoard(parts, id);
      const { token, participant: joined } = await parts.admission.join(view, link, request.body);
      const { role } = link;
      const participant = { id: joined.id, name: joined.name, perspective: joined.perspective };
      const documents = documentsFor({ role, participant: joined });
      return { token, role, participant, board: view.facts, documents, now: parts.now() };
    },
  });
}

async function linkBehind(parts: ApiParts, request: FastifyRequest, board: BoardId, secret: string): Promise<Link> {
  // Only wrong ones count, and right ones always pass: a school of 500 behind one address joins at its own pace.
  try {
    const link = await parts.links.linkBehind(board, secret);
    if (!mayEnterDeleted(link.role) && (await parts.deletion.isDeleted(board))) throw new Refused('board-deleted');
    return link;
  } catch (error) {
    const isWrong = error instanceof Refused && error.code === 'link-wrong';
    if (isWrong && !parts.guesses.take(request.ip)) throw new Refused('too-many');
    throw error;
  }
}

function documentsFor({
  role,
  participant: { id: owner, board },
}: Pick<Session, 'role' | 'participant'>): JoinResponse['documents'] {
  const desk = { board, kind: 'desk', owner } as const;
  return {
    plan: documentName({ board, kind: 'plan' }),
    stage: documentName({ board, kind: 'stage' }),
    canvas: documentName({ board, kind: 'canvas' }),
    ...(accessTo(role, owner, desk) !== 'none' && { desk: documentName(desk) }),
  };
}
