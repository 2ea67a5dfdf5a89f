import type { RecordId } from '@samtavla/protocol';
import { createContext } from 'react';

/** Opens all of a measure, beside the canvas. */
export const MeasureOpening = createContext<(measure: RecordId) => void>(null as unknown as () => void);
