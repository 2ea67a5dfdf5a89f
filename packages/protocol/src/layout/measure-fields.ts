/** What a measure's fields are called: the keys they are stored under, and what is told of them. */
export const MEASURE_FIELDS = ['status', 'owner', 'due', 'level', 'role', 'domain', 'effect', 'effort'] as const;
export type MeasureField = (typeof MEASURE_FIELDS)[number];
