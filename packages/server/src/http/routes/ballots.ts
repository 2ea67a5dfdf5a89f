import { ballotRequest, ballotResponse } from '@samtavla/protocol';
import type { FastifyInstance } from 'fastify';
import { boardIdIn, withZod, type ApiParts } from '../api.ts';
import { sessionIn } from '../grants.ts';

const VOTE = /^[0-9]{1,6}$/;

/** A person's own ballot, for as long as it is not counted. */
export function ballotRoutes(app: FastifyInstance, { stages, storage, voters }: ApiParts): void {
  const api = withZod(app);

  api.route({
    method: 'GET',
    url: '/api/boards/:id/votes/:vote/ballot',
    schema: { response: { 200: ballotResponse } },
    async handler(request) {
      const person = sessionIn(request).participant.id;
      return { ballot: await storage.ballot(boardIdIn(request.params), voteIn(request.params), person) };
    },
  });

  api.route({
    method: 'PUT',
    url: '/api/boards/:id/votes/:vote/ballot',
    schema: { body: ballotRequest, response: { 200: ballotResponse } },
    async handler(request) {
      const [board, vote, person] = [
        boardIdIn(request.params),
        voteIn(request.params),
        sessionIn(request).participant.id,
      ];
      await stages.vote({ board, vote, person, ...request.body });
      voters.voted(board);
      return { ballot: await storage.ballot(board, vote, person) };
    },
  });
}

/** What is no vote's id is the id of none. */
function voteIn(params: unknown): string {
  const { vote } = params as { readonly vote: string };
  return VOTE.test(vote) ? vote : '';
}
