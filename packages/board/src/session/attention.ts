import type { RecordId } from '@samtavla/protocol';

/** What a person has asked to be shown, notes or zones: each asking is an object of its own. */
export type Attention = { readonly records: readonly RecordId[] };
