/** The templates that were saved from this device, with what it takes to change them. Nothing of it on a shared machine. */
import { isTemplateId, type TemplateId } from '@samtavla/protocol';
import { deviceStorage, type TextStorage } from './device-storage.ts';
import { parseJson } from './parse-json.ts';

const KEY = 'samtavla:templates';

export type MyTemplate = {
  readonly id: TemplateId;
  readonly link: string;
  readonly name: string;
  readonly editSecret: string;
};

/** Newest first; what the storage holds else is passed over. */
export function myTemplates(storage: TextStorage = deviceStorage): MyTemplate[] {
  const kept = parseJson(storage.get(KEY));
  return Array.isArray(kept) ? kept.filter(isMine) : [];
}

export function keepMyTemplate(mine: MyTemplate, storage: TextStorage = deviceStorage): void {
  storage.set(KEY, JSON.stringify([mine, ...myTemplates(storage).filter(({ id }) => id !== mine.id)]));
}

export function forgetMyTemplate(gone: TemplateId, storage: TextStorage = deviceStorage): void {
  storage.set(KEY, JSON.stringify(myTemplates(storage).filter(({ id }) => id !== gone)));
}

function isMine(value: unknown): value is MyTemplate {
  const { id, link, name, editSecret } = (value ?? {}) as Partial<Record<string, unknown>>;
  return (
    typeof id === 'string' &&
    isTemplateId(id) &&
    typeof link === 'string' &&
    typeof name === 'string' &&
    typeof editSecret === 'string'
  );
}
