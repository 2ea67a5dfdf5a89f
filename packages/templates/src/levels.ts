import type { Choice } from './template.ts';

/** At which level of government one works (forvaltningsnivå), from the citizen outwards. */
export const DEFAULT_LEVELS: readonly Choice[] = [
  {
    id: 'citizens',
    name: {
      nb: 'Innbygger og frivillighet',
      nn: 'Innbyggjar og frivilligheit',
      en: 'Citizens and voluntary sector',
    },
  },
  { id: 'service', name: { nb: 'Tjeneste', nn: 'Teneste', en: 'Service' } },
  {
    id: 'municipal-management',
    name: { nb: 'Kommuneledelse', nn: 'Kommuneleiing', en: 'Municipal management' },
  },
  { id: 'political', name: { nb: 'Politisk nivå', nn: 'Politisk nivå', en: 'Political level' } },
  { id: 'region-and-state', name: { nb: 'Region og stat', nn: 'Region og stat', en: 'Region and state' } },
];
