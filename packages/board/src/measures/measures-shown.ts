import type { MeasureFields, PlanFacts, RecordId } from '@samtavla/protocol';
import type { OpenOutline } from '../outline/view/use-outline.tsx';
import type { ListedMeasure } from './measure-list.ts';

/** What the views of the measures are given. */
export type MeasuresShown = {
  readonly measures: readonly ListedMeasure[];
  readonly facts: PlanFacts;
  readonly open: OpenOutline;
  readonly onMeasure: (measure: RecordId) => void;
  readonly set: (measure: RecordId, values: Partial<MeasureFields>) => void;
  /** Null where none may be made now, by whom it is not for or because their zone is closed. */
  readonly add: ((text: string, values?: Partial<MeasureFields>) => RecordId | null) | null;
};
