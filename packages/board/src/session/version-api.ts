/** The routes of versions and copies, beside those of `api.ts`: a phone that comes to write a note needs none of them. */
import {
  changesResponse,
  createBoardResponse,
  gatheringsResponse,
  restoreVersionResponse,
  versionSchema,
  versionsResponse,
  type BoardId,
  type CopyBoardRequest,
  type VersionId,
} from '@samtavla/protocol';
import { ask } from './ask.ts';

export const versionApi = {
  versions: (board: BoardId, token: string) =>
    ask({ method: 'GET', path: `/api/boards/${board}/versions`, token, repeatable: true }, versionsResponse),

  takeVersion: (board: BoardId, name: string, token: string) =>
    ask(
      { method: 'POST', path: `/api/boards/${board}/versions`, body: { name }, token, repeatable: false },
      versionSchema,
    ),

  /** The gatherings that are over, the latest first. */
  gatherings: (board: BoardId, token: string) =>
    ask({ method: 'GET', path: `/api/boards/${board}/gatherings`, token, repeatable: true }, gatheringsResponse),

  changesSince: (board: BoardId, gathering: VersionId, token: string) =>
    ask(
      { method: 'GET', path: `/api/boards/${board}/gatherings/${gathering}/changes`, token, repeatable: true },
      changesResponse,
    ),

  endGathering: (board: BoardId, name: string, token: string) =>
    ask(
      {
        method: 'POST',
        path: `/api/boards/${board}/versions`,
        body: { name, gathering: true },
        token,
        repeatable: false,
      },
      versionSchema,
    ),

  /** Asked twice, the board would go back to what it is, and keep that as a version of its own. */
  restoreVersion: (board: BoardId, version: VersionId, token: string) =>
    ask(
      { method: 'POST', path: `/api/boards/${board}/versions/${version}/restore`, body: {}, token, repeatable: false },
      restoreVersionResponse,
    ),

  copyBoard: (board: BoardId, body: CopyBoardRequest, token: string) =>
    ask({ method: 'POST', path: `/api/boards/${board}/copies`, body, token, repeatable: false }, createBoardResponse),
};
