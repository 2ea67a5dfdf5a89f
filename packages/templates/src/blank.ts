import { defineTemplate } from './define-template.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';

export const blank = defineTemplate({
  id: 'tom-tavle',
  purpose: 'blank',
  name: { nb: 'Tom tavle', nn: 'Tom tavle', en: 'Blank board' },
  description: {
    nb: 'En helt tom tavle, uten felt og uten faser. For dere som vil skrive, tegne og ordne på egen hånd.',
    nn: 'Ei heilt tom tavle, utan felt og utan fasar. For dykk som vil skrive, teikne og ordne på eiga hand.',
    en: 'An empty board, without zones or phases. For those who want to write, draw and arrange things their own way.',
  },
  guide: null,
  minutes: null,
  people: { least: 1, most: null },
  zones: [],
  presets: [
    {
      id: 'without-phases',
      name: { nb: 'Uten faser', nn: 'Utan fasar', en: 'Without phases' },
      phases: [],
    },
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
