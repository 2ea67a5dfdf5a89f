import type { Words } from './template.ts';

/** The names of steps that several workshops share: a step that is the same is called the same everywhere. */
export const PHASE_NAMES = {
  welcome: { nb: 'Velkommen', nn: 'Velkomen', en: 'Welcome' },
  rationale: { nb: 'Forankring', nn: 'Forankring', en: 'Rationale' },
  writeAlone: { nb: 'Skriv hver for seg', nn: 'Skriv kvar for seg', en: 'Write on your own' },
  reveal: { nb: 'Vis fram', nn: 'Vis fram', en: 'Reveal' },
  groups: { nb: 'Snakk sammen i grupper', nn: 'Snakk saman i grupper', en: 'Talk in groups' },
  sort: { nb: 'Samle i tema', nn: 'Samle i tema', en: 'Sort into themes' },
  vote: { nb: 'Stem', nn: 'Stem', en: 'Vote' },
  plenary: { nb: 'Oppsummer i plenum', nn: 'Oppsummer i plenum', en: 'Sum up in plenary' },
  pause: { nb: 'Pause', nn: 'Pause', en: 'Break' },
  prioritise: { nb: 'Prioriter', nn: 'Prioriter', en: 'Prioritise' },
  owners: { nb: 'Ansvar og frist', nn: 'Ansvar og frist', en: 'Owner and deadline' },
  close: { nb: 'Avslutt', nn: 'Avslutt', en: 'Close' },
} as const satisfies Readonly<Record<string, Words>>;
