/** What stands on a board, as one chooses from it: notes and themes one by one, drawings and images as a whole. */
import { kindOf, recordsOf, stringOf, type RecordId } from '@samtavla/protocol';
import * as Y from 'yjs';
import type { RecordDocs } from '../binding/find-record.ts';
import { readOutline } from './follow-outline.ts';

export type Choosable = {
  readonly id: RecordId;
  readonly text: string;
  readonly isTheme: boolean;
  readonly isLocked: boolean;
};
/** Null is what stands in no zone. */
export type Standing = { readonly zone: string | null; readonly things: readonly Choosable[] };

export type WhatStands = {
  readonly zones: readonly Standing[];
  readonly images: readonly RecordId[];
  /** Drawings, shapes and texts. */
  readonly drawings: readonly RecordId[];
};

/** Of what everybody sees; nobody's desk is looked at. */
export function whatStands({ plan, canvas }: Pick<RecordDocs, 'plan' | 'canvas'>): WhatStands {
  const { zones, loose } = readOutline({ plan, canvas });
  const listed = [...zones, loose].map(({ zone, themes, notes }): Standing => ({
    zone: zone?.title ?? null,
    things: [
      ...themes.flatMap((theme) => [
        { id: theme.id, text: theme.title, isTheme: true, isLocked: theme.document === 'plan' },
        ...theme.notes.map(asChoosable),
      ]),
      ...notes.map(asChoosable),
    ],
  }));
  const shapes = [plan, canvas].flatMap((doc) =>
    [...recordsOf(doc)].filter(([, record]) => record instanceof Y.Map && kindOf(record) === 'shape'),
  );
  const idsOf = (isImage: boolean) =>
    shapes.flatMap(([id, record]) => ((stringOf(record, 'type') === 'image') === isImage ? [id as RecordId] : []));
  return { zones: listed.filter(({ things }) => things.length > 0), images: idsOf(true), drawings: idsOf(false) };
}

const asChoosable = ({ id, text, document }: { id: RecordId; text: string; document: string }): Choosable => ({
  id,
  text,
  isTheme: false,
  isLocked: document === 'plan',
});
