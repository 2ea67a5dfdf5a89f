import { randomId, type BoardId, type CreateBoardRequest, type Millis } from '@samtavla/protocol';
import { templateById, type Preset, type Template } from '@samtavla/templates';
import type { LinkBook, NewLinks } from '../links/link-book.ts';
import { Refused } from '../refused.ts';
import type { Board, Storage } from '../storage/storage.ts';
import { seed } from './seed.ts';

export type NewBoard = { readonly board: Board; readonly secrets: NewLinks['secrets'] };

/** Makes a board from a template: its row, its links and its seeded documents are stored together or not at all. */
export async function createBoard(
  { storage, links, now }: { storage: Storage; links: LinkBook; now: () => Millis },
  wish: CreateBoardRequest,
): Promise<NewBoard> {
  const { template, preset } = chosen(wish);
  const { locale, anonymous = false, title = template.name[locale] } = wish;
  const id = randomId() as BoardId;
  const board: Board = { id, title, template: template.id, preset: preset.id, locale, anonymous, createdAt: now() };
  const made = links.make(id);
  await storage.createBoard(board, made.links, seed(id, { template, preset, locale, title, anonymous }));
  return { board, secrets: made.secrets };
}

function chosen(wish: CreateBoardRequest): { template: Template; preset: Preset } {
  const template = templateById(wish.template);
  const preset =
    wish.preset === undefined ? template?.presets[0] : template?.presets.find(({ id }) => id === wish.preset);
  if (template === undefined || preset === undefined) throw new Refused('template-unknown');
  return { template, preset };
}
