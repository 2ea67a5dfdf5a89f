/** Themes in `canvas`: a heading that gathers notes. Which notes it gathers stands on each note, under `theme`. */
import type * as Y from 'yjs';
import { newRecordId, now, type RecordId } from '../ids.ts';
import { indexAt } from './drawing-order.ts';
import type { PlanZone } from './plan.ts';
import { addRecord, atOf, placeOf, recordsOfKind, zoneIdOf } from './records.ts';
import { fragmentOf, fragmentOfLines, linesOf } from './text.ts';

export type Theme = {
  readonly id: RecordId;
  readonly title: string;
  readonly zone: RecordId | null;
  /** Relative to its zone, else to the page. */
  readonly at: readonly [x: number, y: number];
};

export type NewTheme = {
  readonly title: string;
  readonly zone?: PlanZone;
  /** Relative to its zone, else to the page. */
  readonly at: readonly [x: number, y: number];
};

export function addTheme(doc: Y.Doc, { title, zone, at: [x, y] }: NewTheme): RecordId {
  const id = newRecordId();
  addRecord(doc, id, {
    kind: 'theme',
    at: atOf([x, y, 0], { zone: zone?.id ?? null }),
    index: indexAt(now()),
    text: fragmentOfLines(title),
  });
  return id;
}

/** All readable themes, in no particular order. */
export function readThemes(doc: Y.Doc): Theme[] {
  const themes: Theme[] = [];
  for (const [id, record] of recordsOfKind(doc, 'theme')) {
    const at = placeOf(record);
    const text = fragmentOf(record);
    if (at === null) continue;
    themes.push({
      id,
      title: text === null ? '' : linesOf(text),
      zone: zoneIdOf(record),
      at: [at[0], at[1]],
    });
  }
  return themes;
}
