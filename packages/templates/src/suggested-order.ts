import type { Phase, Preset } from './template.ts';

/** The preset of a template whose method has one natural order. */
export function suggestedOrder(phases: readonly Phase[]): Preset {
  return {
    id: 'suggested',
    name: { nb: 'Foreslått rekkefølge', nn: 'Føreslått rekkjefølgje', en: 'Suggested order' },
    phases,
  };
}
