/** The draft of a board while its maker is away logging in. */
import { templateById } from '@samtavla/templates';
import { tabStorage, type TextStorage } from '../session/device-storage.ts';
import { parseJson } from '../session/parse-json.ts';
import { emptyDraft, type BoardDraft } from './board-draft.ts';

const KEY = 'samtavla:draft';

export function keepDraft(draft: BoardDraft, storage: TextStorage = tabStorage): void {
  storage.set(KEY, JSON.stringify(draft));
}

/** Null where there is none, or none of a template that there is. */
export function keptDraft(storage: TextStorage = tabStorage): BoardDraft | null {
  const kept = parseJson(storage.get(KEY));
  if (typeof kept !== 'object' || kept === null) return null;
  const draft: BoardDraft = { ...emptyDraft('nb'), ...kept };
  return templateById(draft.template) === undefined ? null : draft;
}

export function dropDraft(storage: TextStorage = tabStorage): void {
  storage.remove(KEY);
}
