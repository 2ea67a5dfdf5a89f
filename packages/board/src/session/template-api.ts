/** The routes of saved templates, beside those of `api.ts`: a phone that comes to write a note needs none of them. */
import {
  savedTemplate,
  savedTemplateResponse,
  templatesResponse,
  type BoardId,
  type EditTemplateRequest,
  type SaveTemplateRequest,
  type TemplateId,
  type Visibility,
} from '@samtavla/protocol';
import { ask, nothing } from './ask.ts';

export const templateApi = {
  list: () => ask({ method: 'GET', path: '/api/templates', repeatable: true }, templatesResponse),

  one: (id: TemplateId) => ask({ method: 'GET', path: `/api/templates/${id}`, repeatable: true }, savedTemplate),

  save: (board: BoardId, body: SaveTemplateRequest, token: string) =>
    ask(
      { method: 'POST', path: `/api/boards/${board}/templates`, body, token, repeatable: false },
      savedTemplateResponse,
    ),

  renew: (board: BoardId, id: TemplateId, body: SaveTemplateRequest & { editSecret: string }, token: string) =>
    ask({ method: 'PUT', path: `/api/boards/${board}/templates/${id}`, body, token, repeatable: false }, savedTemplate),

  edit: (id: TemplateId, body: EditTemplateRequest, editSecret: string) =>
    ask({ method: 'PUT', path: `/api/templates/${id}`, body, token: editSecret, repeatable: true }, savedTemplate),

  /** Asked again after it was done, it would say that there is no such template. */
  remove: (id: TemplateId, editSecret: string) =>
    ask({ method: 'DELETE', path: `/api/templates/${id}`, token: editSecret, repeatable: false }, nothing),

  bringIn: (file: unknown, visibility: Visibility, creationCode?: string) =>
    ask(
      {
        method: 'POST',
        path: '/api/templates',
        body: { file, visibility, ...(creationCode !== undefined && { creationCode }) },
        repeatable: false,
      },
      savedTemplateResponse,
    ),
};

/** Where a template's file is fetched from. */
export const templateFileAddress = (id: TemplateId): string => `/api/templates/${id}/file`;
