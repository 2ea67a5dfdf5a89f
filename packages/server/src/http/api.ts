import type { BoardId, CreateBoardResponse, Millis } from '@samtavla/protocol';
import { isBoardId, readPlanFacts, documentName } from '@samtavla/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { AssetStore } from '../assets/asset-store.ts';
import type { ImageIntake } from '../assets/image-intake.ts';
import { viewOf, type BoardView } from '../boards/board-view.ts';
import type { NewBoard } from '../boards/create-board.ts';
import type { BoardCreation } from '../creation/board-creation.ts';
import type { BoardDeletion } from '../deletion/board-deletion.ts';
import type { TemplateLibrary } from '../library/template-library.ts';
import type { Admission } from '../links/admission.ts';
import type { GuessLimit } from '../links/guess-limit.ts';
import type { LinkBook } from '../links/link-book.ts';
import type { ShortCodes } from '../links/short-codes.ts';
import { linkTo } from '../links/link-origin.ts';
import { Refused } from '../refused.ts';
import type { Stages } from '../stage/stages.ts';
import type { Voters } from '../stage/voters.ts';
import type { Storage } from '../storage/storage.ts';
import type { Sync } from '../sync/sync.ts';
import type { Versions } from '../versions/versions.ts';
import type { LoginCookies } from './login-cookies.ts';

/** What the routes work with. */
export type ApiParts = {
  readonly storage: Storage;
  readonly assets: AssetStore;
  readonly intake: ImageIntake;
  readonly sync: Sync;
  readonly stages: Stages;
  readonly voters: Voters;
  readonly versions: Versions;
  readonly deletion: BoardDeletion;
  readonly library: TemplateLibrary;
  readonly links: LinkBook;
  readonly codes: ShortCodes;
  readonly creation: BoardCreation;
  readonly loginCookies: LoginCookies;
  readonly admission: Admission;
  readonly guesses: GuessLimit;
  readonly now: () => Millis;
  /** Where others reach this server: what its links begin with. */
  readonly origin: () => string;
};

export const withZod = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();

/** The board of a path; what is no id at all is no board either. */
export function boardIdIn(params: unknown): BoardId {
  const { id } = params as { id?: string };
  if (id === undefined || !isBoardId(id)) throw new Refused('board-unknown');
  return id;
}

/** Refuses whoever may not make boards here. */
export function checkMaker(
  { creation, loginCookies }: ApiParts,
  request: FastifyRequest,
  code: string | undefined,
): void {
  creation.check({ code, login: loginCookies.kept(request, 'login'), address: request.ip });
}

/** A board as its plan says now. */
export async function viewBoard(
  { storage, sync }: Pick<ApiParts, 'storage' | 'sync'>,
  id: BoardId,
): Promise<BoardView> {
  const board = await storage.board(id);
  if (board === null) throw new Refused('board-unknown');
  return viewOf(board, await sync.documents.read(documentName({ board: id, kind: 'plan' }), readPlanFacts));
}

/** What whoever made a board gets: the only answer that ever holds its facilitator's link, until that is replaced. */
export function newBoardAnswer(
  { origin }: Pick<ApiParts, 'origin'>,
  { board, secrets }: NewBoard,
): CreateBoardResponse {
  const { facts } = viewOf(board, { title: board.title, locale: board.locale, sectors: [], levels: [] });
  const link = (role: keyof typeof secrets) => linkTo(origin(), board.id, secrets[role]);
  return {
    board: facts,
    links: { facilitator: link('facilitator'), participant: link('participant'), viewer: link('viewer') },
  };
}
