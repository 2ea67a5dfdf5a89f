import type { RecordId } from '@samtavla/protocol';

/** What a person has asked to be shown: each asking is an object of its own. */
export type Attention = { readonly notes: readonly RecordId[] };
