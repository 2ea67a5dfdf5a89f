/** The routes the board asks, one function each. `docs` of the messages are in `protocol/http.ts`. */
import {
  boardFactsSchema,
  codeLinkResponse,
  codeResponse,
  createBoardResponse,
  doorResponse,
  joinResponse,
  loginResponse,
  linksSchema,
  peopleResponse,
  rotateLinkResponse,
  writingResponse,
  type BoardId,
  type CreateBoardRequest,
  type JoinRequest,
  type Millis,
  type ParticipantId,
  type Role,
  type RotateLinkRequest,
} from '@samtavla/protocol';
import { ask, nothing } from './ask.ts';

export type Api = typeof api;

export const api = {
  createBoard: (body: CreateBoardRequest) =>
    ask({ method: 'POST', path: '/api/boards', body, repeatable: false }, createBoardResponse),

  /** Whether making boards takes a login, and whether this browser has one. */
  login: () => ask({ method: 'GET', path: '/api/login', repeatable: true }, loginResponse),

  logOut: () => ask({ method: 'DELETE', path: '/api/login', repeatable: true }, nothing),

  /** What a link opens. Makes nothing. */
  door: (board: BoardId, secret: string) =>
    ask({ method: 'POST', path: `/api/boards/${board}/door`, body: { secret }, repeatable: true }, doorResponse),

  /** Repeatable because of its `joinKey` or `token`: the same key is the same person. */
  join: (board: BoardId, body: JoinRequest & ({ joinKey: string } | { token: string })) =>
    ask({ method: 'POST', path: `/api/boards/${board}/join`, body, repeatable: true }, joinResponse),

  facts: (board: BoardId, token: string) =>
    ask({ method: 'GET', path: `/api/boards/${board}`, token, repeatable: true }, boardFactsSchema),

  links: (board: BoardId, token: string) =>
    ask({ method: 'GET', path: `/api/boards/${board}/links`, token, repeatable: true }, linksSchema),

  /** Asked twice it would make two links, and throw out who came by the first of them. */
  rotateLink: (board: BoardId, role: Role, body: RotateLinkRequest, token: string) =>
    ask(
      { method: 'POST', path: `/api/boards/${board}/links/${role}`, body, token, repeatable: false },
      rotateLinkResponse,
    ),

  closeLink: (board: BoardId, role: Role, token: string) =>
    ask({ method: 'DELETE', path: `/api/boards/${board}/links/${role}`, token, repeatable: true }, linksSchema),

  /** @param endsAt null takes the end off */
  endLink: (board: BoardId, role: Role, endsAt: Millis | null, token: string) =>
    ask(
      { method: 'PUT', path: `/api/boards/${board}/links/${role}/end`, body: { endsAt }, token, repeatable: true },
      linksSchema,
    ),

  people: (board: BoardId, token: string) =>
    ask({ method: 'GET', path: `/api/boards/${board}/people`, token, repeatable: true }, peopleResponse),

  removePerson: (board: BoardId, person: ParticipantId, token: string) =>
    ask({ method: 'DELETE', path: `/api/boards/${board}/people/${person}`, token, repeatable: true }, peopleResponse),

  /** How much a person has written that can be taken out. */
  writing: (board: BoardId, person: ParticipantId, token: string) =>
    ask(
      { method: 'GET', path: `/api/boards/${board}/people/${person}/writing`, token, repeatable: true },
      writingResponse,
    ),

  takeOutWriting: (board: BoardId, person: ParticipantId, token: string) =>
    ask(
      { method: 'DELETE', path: `/api/boards/${board}/people/${person}/writing`, token, repeatable: false },
      writingResponse,
    ),

  /** The last one asked for is the board's. */
  newCode: (board: BoardId, token: string) =>
    ask({ method: 'POST', path: `/api/boards/${board}/codes`, body: {}, token, repeatable: true }, codeResponse),

  deleteBoard: (board: BoardId, token: string) =>
    ask({ method: 'DELETE', path: `/api/boards/${board}`, token, repeatable: true }, nothing),

  /** Asked again after it was done, it would say that there is no such board. */
  deleteForGood: (board: BoardId, token: string) =>
    ask({ method: 'DELETE', path: `/api/boards/${board}?forGood=1`, token, repeatable: false }, nothing),

  regretDeletion: (board: BoardId, token: string) =>
    ask({ method: 'POST', path: `/api/boards/${board}/regret`, body: {}, token, repeatable: true }, nothing),

  linkBehindCode: (code: string) =>
    ask(
      { method: 'POST', path: `/api/codes/${encodeURIComponent(code)}`, body: {}, repeatable: true },
      codeLinkResponse,
    ),
};

/** Where a board's socket is, on the origin this page came from. */
export const syncAddress = (board: BoardId, origin: string): string => `${origin.replace(/^http/, 'ws')}/sync/${board}`;
