import {
  isTemplateId,
  randomId,
  type AssetId,
  type BoardId,
  type EditTemplateRequest,
  type Limits,
  type Millis,
  type SavedTemplate,
  type SaveTemplateRequest,
  type TemplateContent,
  type TemplateFile,
  type TemplateId,
  type Visibility,
} from '@samtavla/protocol';
import type { AssetStore } from '../assets/asset-store.ts';
import type { ImageIntake } from '../assets/image-intake.ts';
import { linkToTemplate } from '../links/link-origin.ts';
import { hashOf, newSecret, sameHash } from '../links/secrets.ts';
import { Refused } from '../refused.ts';
import type { Storage } from '../storage/storage.ts';
import type { StoredTemplate } from '../storage/template-storage.ts';
import { unpack } from '../versions/packed-state.ts';
import type { Versions } from '../versions/versions.ts';
import { imagesOf } from './board-from-template.ts';
import { fileOf, readFile } from './template-file.ts';
import { templateFromBoard } from './template-from-board.ts';

type Parts = {
  readonly storage: Storage;
  readonly assets: AssetStore;
  readonly intake: ImageIntake;
  readonly versions: Pick<Versions, 'stateNow'>;
  readonly limits: Pick<Limits, 'templateBytes' | 'templateThings' | 'templatesShown'>;
  readonly now: () => Millis;
  /** Where others reach this server. */
  readonly origin: () => string;
};

type Saved = { readonly id: TemplateId; readonly link: string; readonly editSecret: string };

/** Templates that facilitators saved from boards, or brought in a file. */
export class TemplateLibrary {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Of the board as it is now. */
  async save(board: BoardId, wish: SaveTemplateRequest): Promise<Saved> {
    const content = await this.#contentOf(board, wish);
    return this.#keepNew(wish, content, (id) => this.#parts.assets.copy(board, id, imagesOf(content)));
  }

  /** The same template, anew from a board. Boards that were made from it stay as they are. */
  async renew(board: BoardId, id: string, wish: SaveTemplateRequest & { readonly editSecret: string }): Promise<void> {
    const before = await this.#own(id, wish.editSecret);
    const content = await this.#contentOf(board, wish);
    // Before the template, which would else for a moment speak of images that it has not.
    await this.#parts.assets.copy(board, before.id, imagesOf(content));
    await this.#change(before, { ...namedOf(wish), content });
  }

  /** Those for everyone, the newest first. */
  async list(): Promise<SavedTemplate[]> {
    const { storage, limits } = this.#parts;
    return (await storage.templatesForEveryone(limits.templatesShown)).map((each) => this.#shown(each));
  }

  async template(id: string): Promise<SavedTemplate> {
    return this.#shown(await this.find(id));
  }

  async find(id: string): Promise<StoredTemplate> {
    const found = isTemplateId(id) ? await this.#parts.storage.template(id) : null;
    if (found === null) throw new Refused('template-unknown');
    return found;
  }

  async edit(
    id: string,
    editSecret: string,
    { name, description, visibility }: EditTemplateRequest,
  ): Promise<SavedTemplate> {
    return this.#shown(await this.#change(await this.#own(id, editSecret), { name, description, visibility }));
  }

  async remove(id: string, editSecret: string): Promise<void> {
    const { id: own } = await this.#own(id, editSecret);
    await this.#parts.storage.removeTemplate(own);
    await this.#parts.assets.remove(own);
  }

  async file(id: string): Promise<TemplateFile> {
    const { id: own, name, description, content } = await this.find(id);
    const images = new Map<AssetId, Uint8Array>();
    for (const image of imagesOf(content)) {
      const asset = await this.#parts.assets.get(own, image);
      if (asset !== null) images.set(image, Buffer.concat(await asset.content.toArray()));
    }
    return fileOf({ name, description, content }, images);
  }

  /** Refuses a file that is broken, from a newer server, or holds an image that no board would take. */
  async bringIn(file: unknown, visibility: Visibility): Promise<Saved> {
    const { template, images } = readFile(file);
    this.#weigh(template.content);
    return this.#keepNew({ ...template, visibility }, template.content, async (id) => {
      for (const bytes of images.values()) await this.#parts.intake.take(id, oneChunk(bytes));
    });
  }

  /** Gives a new board the template's images. */
  async giveImages(template: StoredTemplate, board: BoardId): Promise<void> {
    await this.#parts.assets.copy(template.id, board, imagesOf(template.content));
  }

  async #contentOf(board: BoardId, wish: SaveTemplateRequest): Promise<TemplateContent> {
    const state = await this.#parts.versions.stateNow(board);
    const [plan, canvas] = [await unpack(state.plan), await unpack(state.canvas)];
    try {
      const content = templateFromBoard(plan, canvas, wish);
      this.#weigh(content);
      return content;
    } finally {
      plan.destroy();
      canvas.destroy();
    }
  }

  #weigh(content: TemplateContent): void {
    const { templateBytes, templateThings } = this.#parts.limits;
    const isTooLarge =
      content.things.length > templateThings || Buffer.byteLength(JSON.stringify(content)) > templateBytes;
    if (isTooLarge) throw new Refused('too-large');
  }

  async #keepNew(
    wish: EditTemplateRequest,
    content: TemplateContent,
    bringImages: (id: TemplateId) => Promise<void>,
  ): Promise<Saved> {
    const { storage, assets, now } = this.#parts;
    const [id, editSecret] = [randomId() as TemplateId, newSecret()];
    try {
      await bringImages(id);
      const made = { id, editHash: hashOf(editSecret), version: 1, savedAt: now(), content, ...namedOf(wish) };
      await storage.putTemplate(made);
    } catch (error) {
      await assets.remove(id);
      throw error;
    }
    return { id, link: linkToTemplate(this.#parts.origin(), id), editSecret };
  }

  #shown({ editHash: _editHash, ...template }: StoredTemplate): SavedTemplate {
    const { id, content } = template;
    return { ...template, link: linkToTemplate(this.#parts.origin(), id), things: content.things.length };
  }

  async #own(id: string, editSecret: string): Promise<StoredTemplate> {
    const found = await this.find(id);
    if (!sameHash(found.editHash, hashOf(editSecret))) throw new Refused('template-secret-wrong');
    return found;
  }

  /** Two who change it at once do so one after the other. */
  async #change(before: StoredTemplate, change: Partial<StoredTemplate>): Promise<StoredTemplate> {
    const { storage, now } = this.#parts;
    const next = { ...before, ...change, version: before.version + 1, savedAt: now() };
    return (await storage.putTemplate(next)) ? next : this.#change(await this.find(before.id), change);
  }
}

const namedOf = ({ name, description, visibility }: EditTemplateRequest) => ({ name, description, visibility });

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
