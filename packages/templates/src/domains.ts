import type { Choice } from './template.ts';

/** The fields that measures belong to, to begin with: who leads names those that the board is about. */
export const DEFAULT_DOMAINS: readonly Choice[] = [
  { id: 'culture', name: { nb: 'Kultur', nn: 'Kultur', en: 'Culture' } },
  { id: 'childhood', name: { nb: 'Oppvekst', nn: 'Oppvekst', en: 'Childhood' } },
  { id: 'health', name: { nb: 'Helse', nn: 'Helse', en: 'Health' } },
];
