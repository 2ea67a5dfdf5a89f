import {
  isParticipantId,
  peopleResponse,
  writingResponse,
  documentName,
  type BoardId,
  type ParticipantId,
  type PersonOnBoard,
} from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import * as Y from 'yjs';
import { deletionUpdate, findWriting, type Writing } from '../../boards/take-out.ts';
import { Refused } from '../../refused.ts';
import { boardIdIn, withZod, type ApiParts } from '../api.ts';
import type { WrittenBy } from '../../sync/written-by.ts';
import { sessionIn } from '../grants.ts';

/** Who has been on a board, for its facilitators, and how one of them is removed. */
export function peopleRoutes(app: FastifyInstance, parts: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'GET',
    url: '/api/boards/:id/people',
    schema: { response: { 200: peopleResponse } },
    handler: async (request) => ({ people: await peopleOf(parts, boardIdIn(request.params)) }),
  });

  api.route({
    method: 'DELETE',
    url: '/api/boards/:id/people/:person',
    schema: { response: { 200: peopleResponse } },
    async handler(request) {
      const board = boardIdIn(request.params);
      const person = await personIn(parts, board, request.params);
      const by = sessionIn(request).participant.id;
      // So a board keeps a facilitator: the one who asks.
      if (person === by) throw new Refused('removing-self');
      if (!(await parts.storage.removePerson({ board, person, by, at: parts.now() }))) throw new Refused('removed');
      await parts.sync.endOverSessions(board);
      return { people: await peopleOf(parts, board) };
    },
  });

  api.route({
    method: 'GET',
    url: '/api/boards/:id/people/:person/writing',
    schema: { response: { 200: writingResponse } },
    async handler(request) {
      const board = boardIdIn(request.params);
      const person = await personIn(parts, board, request.params);
      const canvas = documentName({ board, kind: 'canvas' });
      const written = await parts.sync.documents.writtenBy(canvas);
      return parts.sync.documents.read(canvas, (doc) => countsOf(findWriting(doc, written, person)));
    },
  });

  api.route({
    method: 'DELETE',
    url: '/api/boards/:id/people/:person/writing',
    schema: { response: { 200: writingResponse } },
    async handler(request) {
      const board = boardIdIn(request.params);
      const person = await personIn(parts, board, request.params);
      // The board as it was is kept first: who took out too much goes back to it.
      await parts.versions.takeBefore(board, 'before-taking-out');
      const canvas = documentName({ board, kind: 'canvas' });
      const written = await parts.sync.documents.writtenBy(canvas);
      let taken: Writing = { notes: 0, things: 0, texts: 0 };
      await parts.sync.documents.write([canvas], ([doc]) => {
        if (doc !== undefined) taken = takeOut(doc, written, person);
      });
      return taken;
    },
  });
}

function takeOut(doc: Y.Doc, written: WrittenBy, person: ParticipantId): Writing {
  const found = findWriting(doc, written, person);
  if (found.deletions.size > 0) Y.applyUpdate(doc, deletionUpdate(found.deletions));
  return countsOf(found);
}

const countsOf = ({ notes, things, texts }: Writing): Writing => ({ notes, things, texts });

/** On an anonymous board nothing may lead from a person to what they do: so there is no list to choose from. */
async function peopleOf({ storage }: Pick<ApiParts, 'storage'>, id: BoardId): Promise<PersonOnBoard[]> {
  const board = await storage.board(id);
  if (board === null) throw new Refused('board-unknown');
  if (board.anonymous) throw new Refused('anonymous-board');
  return (await storage.people(id)).map(({ participant, roles, joinedAt, isRemoved }) => ({
    id: participant.id,
    name: participant.name,
    perspective: participant.perspective,
    roles: [...roles],
    joinedAt,
    removed: isRemoved,
  }));
}

async function personIn(parts: ApiParts, board: BoardId, params: unknown): Promise<ParticipantId> {
  const { person } = params as { person?: string };
  const people = await peopleOf(parts, board);
  if (person === undefined || !isParticipantId(person) || !people.some(({ id }) => id === person))
    throw new Refused('person-unknown');
  return person;
}
