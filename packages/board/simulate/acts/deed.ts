/** What a person does at a canvas, and what they mean to have changed by it. */
import type { RecordId } from '@samtavla/protocol';
import type { StoreShape } from '../../src/binding/store-port.ts';
import type { Touch } from '../witness.ts';

export type Deed = {
  /** For the trace. */
  readonly words: string;
  /** What it was meant to change, and may. */
  readonly touches: readonly Touch[];
  /** Letters it wrote, each the only one of its kind in the run. */
  readonly wrote?: { readonly id: RecordId; readonly letters: string };
  /** Whether it may take text away. */
  readonly takesText?: boolean;
  /** Undo and redo touch what they touched before; they may take away nothing that another made. */
  readonly takesBack?: 'undo' | 'redo';
  /** Shapes as their document must have them afterwards. */
  readonly placed?: readonly StoreShape[];
  /** The tab is opened anew after it, from the copies on the device. */
  readonly isReload?: true;
};
