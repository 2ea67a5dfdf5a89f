import { defineTemplate } from './define-template.ts';
import { inPyramid } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { VALUE_AREAS } from './value-areas.ts';
import { phase, words, zonesIn } from './writing.ts';

/** A pyramid: what society gets at the top, carried by what is done at the foot. */
const zones = zonesIn(inPyramid(5, { w: 1600, h: 620 }, 560), [
  {
    id: 'society',
    kind: 'desired',
    title: words('Samfunnsmål', 'Samfunnsmål', 'Societal goal'),
    question: words('Hvilken verdi skal samfunnet få?', 'Kva verdi skal samfunnet få?', 'What value does society get?'),
  },
  {
    id: 'effect',
    kind: 'desired',
    title: words('Effektmål', 'Effektmål', 'Effect goals'),
    question: words(
      'Hva blir annerledes for dem det gjelder?',
      'Kva blir annleis for dei det gjeld?',
      'What changes for those concerned?',
    ),
  },
  {
    id: 'local',
    kind: 'desired',
    title: words('Lokale mål', 'Lokale mål', 'Local goals'),
    question: words('Hva betyr det hos oss?', 'Kva tyder det hos oss?', 'What does it mean here?'),
  },
  {
    id: 'output',
    kind: 'other',
    tint: 'yellow',
    title: words('Resultatmål', 'Resultatmål', 'Output goals'),
    question: words('Hva skal være levert, og når?', 'Kva skal vere levert, og når?', 'What is delivered, and when?'),
  },
  {
    id: 'measures',
    kind: 'measures',
    title: words('Tiltak', 'Tiltak', 'Measures'),
    question: words('Hva gjør vi for å nå målet?', 'Kva gjer vi for å nå målet?', 'What do we do to reach the goal?'),
  },
]);

const phases = [
  phase('read', words('Les', 'Les', 'Read'), 10, ['society', 'effect']),
  phase('local', words('Lokale mål', 'Lokale mål', 'Local goals'), 25, ['local']),
  phase('output', words('Resultatmål', 'Resultatmål', 'Output goals'), 15, ['output']),
  phase('link', words('Koble', 'Kople', 'Link'), 20, ['measures']),
  phase('loose-ends', words('Sjekk løse ender', 'Sjekk lause endar', 'Check loose ends'), 5, ['measures', 'local']),
];

/** The effect goals of the pilot, which stand fast. */
const cultureSchoolGoals = [
  words(
    'Tverrfaglig og tverrsektorielt arbeid og samskaping',
    'Tverrfagleg og tverrsektorielt arbeid og samskaping',
    'Cross-disciplinary and cross-sector work and co-creation',
  ),
  words(
    'Helhetlige tjenester for barn og unge',
    'Heilskaplege tenester for barn og unge',
    'Coherent services for children and young people',
  ),
  words(
    'En klar rolle for kulturskolen i kommunen',
    'Ei tydeleg rolle for kulturskulen i kommunen',
    'A clear role for the culture school in the municipality',
  ),
  words(
    'Kulturskolen som ressurssenter for hele kommunen',
    'Kulturskulen som ressurssenter for heile kommunen',
    'The culture school as a resource centre for the whole municipality',
  ),
];

export const goalHierarchy = defineTemplate({
  id: 'malhierarki',
  purpose: 'desired',
  name: words('Målhierarki', 'Målhierarki', 'Goal hierarchy'),
  description: words(
    'Fra det samfunnet skal få til det dere gjør: mål på fem nivåer som henger sammen. ' +
      'Dere ser hvilke tiltak som ikke fører til noe mål, og hvilke mål ingen gjør noe med.',
    'Frå det samfunnet skal få til det de gjer: mål på fem nivå som heng saman. ' +
      'De ser kva tiltak som ikkje fører til noko mål, og kva mål ingen gjer noko med.',
    'From what society gets to what you do: goals on five levels that hang together. ' +
      'You see which measures lead to no goal, and which goals nobody does anything about.',
  ),
  guide: {
    nb: 'Lås målene som står fast før dere begynner. Les ovenfra og ned, og sjekk nedenfra og opp: hvilket mål fører dette tiltaket til? Færre mål er bedre enn flere.',
    nn: 'Lås måla som står fast før de byrjar. Les ovanfrå og ned, og sjekk nedanfrå og opp: kva mål fører dette tiltaket til? Færre mål er betre enn fleire.',
    en: 'Lock the goals that stand fast before you begin. Read from the top down, and check from the bottom up: which goal does this measure lead to? Fewer goals are better than more.',
  },
  minutes: 75,
  people: { least: 3, most: 15 },
  zones,
  presets: [
    suggestedOrder(phases),
    {
      id: 'future-culture-school',
      name: words('Fremtidens kulturskole', 'Framtidas kulturskule', 'Culture school of the future'),
      phases,
      standing: cultureSchoolGoals.map((text) => ({ zone: 'effect', text })),
    },
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
  values: VALUE_AREAS,
});
