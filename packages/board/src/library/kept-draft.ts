/** The draft of a board while its maker is away logging in. */
import { tabStorage, type TextStorage } from '../session/device-storage.ts';
import { parseJson } from '../session/parse-json.ts';
import { emptyDraft, type BoardDraft } from './board-draft.ts';

const KEY = 'samtavla:draft';

export function keepDraft(draft: BoardDraft, storage: TextStorage = tabStorage): void {
  storage.set(KEY, JSON.stringify(draft));
}

/** Null where there is none. A template of its that is gone is another's to notice. */
export function keptDraft(storage: TextStorage = tabStorage): BoardDraft | null {
  const kept = parseJson(storage.get(KEY));
  if (typeof kept !== 'object' || kept === null) return null;
  return { ...emptyDraft('nb'), ...kept };
}

export function dropDraft(storage: TextStorage = tabStorage): void {
  storage.remove(KEY);
}
