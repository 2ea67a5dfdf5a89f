import { randomId, type BoardId, type CreateBoardRequest, type Millis } from '@samtavla/protocol';
import { templateById, type Preset, type Template } from '@samtavla/templates';
import type { AssetStore } from '../assets/asset-store.ts';
import { boardFromTemplate } from '../library/board-from-template.ts';
import type { TemplateLibrary } from '../library/template-library.ts';
import type { LinkBook, NewLinks } from '../links/link-book.ts';
import { Refused } from '../refused.ts';
import type { Board, Storage } from '../storage/storage.ts';
import { seed, seedWith } from './seed.ts';

export type NewBoard = { readonly board: Board; readonly secrets: NewLinks['secrets'] };

type Parts = {
  readonly storage: Storage;
  readonly assets: Pick<AssetStore, 'remove'>;
  readonly library: TemplateLibrary;
  readonly links: LinkBook;
  readonly now: () => Millis;
};

/** Makes a board from a template: its row, its links and its seeded documents are stored together or not at all. */
export async function createBoard(parts: Parts, wish: CreateBoardRequest): Promise<NewBoard> {
  const builtIn = templateById(wish.template);
  if (builtIn === undefined) return createFromSaved(parts, wish);
  const { storage, links, now } = parts;
  const [template, preset] = [builtIn, presetOf(builtIn, wish.preset)];
  const { locale, anonymous = false, title = template.name[locale] } = wish;
  const id = randomId() as BoardId;
  const board: Board = { id, title, template: template.id, preset: preset.id, locale, anonymous, createdAt: now() };
  const made = links.make(id);
  await storage.createBoard(board, made.links, seed(id, { template, preset, locale, title, anonymous }));
  return { board, secrets: made.secrets };
}

function presetOf({ presets }: Template, wanted: string | undefined): Preset {
  const preset = wanted === undefined ? presets[0] : presets.find(({ id }) => id === wanted);
  if (preset === undefined) throw new Refused('template-unknown');
  return preset;
}

/** What a saved template has instead of several orders. */
const SAVED_PRESET = 'saved';

/** In the template's language, which is the only one it has. */
async function createFromSaved(
  { storage, assets, library, links, now }: Parts,
  { template: wanted, title: wish, anonymous = false }: CreateBoardRequest,
): Promise<NewBoard> {
  const template = await library.find(wanted);
  const { locale } = template.content;
  const [id, title] = [randomId() as BoardId, wish ?? template.name];
  const about = { title, template: template.id, preset: SAVED_PRESET, anonymous };
  const board: Board = { id, locale, createdAt: now(), ...about };
  const made = links.make(id);
  try {
    // Before the board, which would else for a moment speak of images that it has not.
    await library.giveImages(template, id);
    await storage.createBoard(board, made.links, seedWith(id, boardFromTemplate(template.content, about)));
  } catch (error) {
    await assets.remove(id);
    throw error;
  }
  return { board, secrets: made.secrets };
}
