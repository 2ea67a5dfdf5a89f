/** The measures of a board, and what they may answer, out of its outline. Pure. */
import type { MeasureFields, PlanZone, RecordId } from '@samtavla/protocol';
import type { Outline, OutlineNote } from '../outline/outline-groups.ts';

/** As it is listed: where it stands in a zone that is a cell, its level and domain are the zone's. */
export type ListedMeasure = Omit<OutlineNote, 'measure'> & {
  readonly measure: MeasureFields;
  readonly zone: PlanZone | null;
};

/** In reading order. */
export function measuresIn(outline: Outline): ListedMeasure[] {
  return written(outline).flatMap(({ note, zone }): ListedMeasure[] =>
    note.measure === null ? [] : [{ ...note, measure: { ...note.measure, ...zone?.cell }, zone }],
  );
}

/** A note or a theme that a measure may answer. */
export type Answerable = {
  readonly id: RecordId;
  readonly text: string;
  readonly zone: PlanZone | null;
  readonly isTheme: boolean;
  /** The theme that gathers it: who answers a theme answers what it gathers. */
  readonly theme: RecordId | null;
};

/** In reading order: what has words, everybody sees, and is no measure itself. */
export function answerableIn({ zones, loose }: Outline): Answerable[] {
  return [...zones, loose].flatMap(({ zone, themes, notes }) => {
    const asAnswerable = (theme: RecordId | null) => (note: OutlineNote) =>
      note.measure !== null || note.privately !== null || note.text.trim() === ''
        ? []
        : [{ id: note.id, text: note.text, zone, isTheme: false, theme }];
    return [
      ...themes.flatMap((theme) => [
        ...(theme.title.trim() === '' ? [] : [{ id: theme.id, text: theme.title, zone, isTheme: true, theme: null }]),
        ...theme.notes.flatMap(asAnswerable(theme.id)),
      ]),
      ...notes.flatMap(asAnswerable(null)),
    ];
  });
}

function written({ zones, loose }: Outline) {
  return [...zones, loose].flatMap(({ zone, themes, notes }) =>
    [...themes.flatMap((theme) => theme.notes), ...notes].map((note) => ({ note, zone })),
  );
}
