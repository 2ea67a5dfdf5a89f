import { defineTemplate } from './define-template.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { PHASE_NAMES } from './phase-names.ts';
import { suggestedOrder } from './suggested-order.ts';
import type { Phase, Zone } from './template.ts';
import { TINTS } from './zone-tints.ts';

/**
 * The gap spans the board from side to side; under it the measures, the largest zone, with those who carry them; at the
 * bottom what they need and, where reading ends, what happens first.
 */
const zones: readonly Zone[] = [
  {
    id: 'gap',
    // Of kind current, so that measures wait until the distance they are to close is described.
    kind: 'current',
    title: { nb: 'Gapet', nn: 'Gapet', en: 'The gap' },
    question: {
      nb: 'Hva skiller dagens situasjon fra den ønskede?',
      nn: 'Kva skil situasjonen i dag frå den vi ønskjer oss?',
      en: 'What separates today from the desired?',
    },
    box: { x: 0, y: 0, w: 4820, h: 640 },
    tint: TINTS.current,
  },
  {
    id: 'measures',
    kind: 'measures',
    title: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measures' },
    question: {
      nb: 'Hva må skje, og hvorfor tror vi det virker?',
      nn: 'Kva må skje, og kvifor trur vi det verkar?',
      en: 'What must happen, and why would it work?',
    },
    box: { x: 0, y: 720, w: 3140, h: 1080 },
    tint: TINTS.measures,
  },
  {
    id: 'responsibility',
    kind: 'measures',
    title: { nb: 'Ansvar og nivå', nn: 'Ansvar og nivå', en: 'Responsibility' },
    question: {
      nb: 'Hvem gjør hva, på hvilket nivå?',
      nn: 'Kven gjer kva, på kva nivå?',
      en: 'Who does what, at which level?',
    },
    box: { x: 3220, y: 720, w: 1600, h: 1080 },
    tint: TINTS.measures,
  },
  {
    id: 'preconditions',
    kind: 'rationale',
    title: { nb: 'Forutsetninger', nn: 'Føresetnader', en: 'Preconditions' },
    question: { nb: 'Hva må være på plass?', nn: 'Kva må vere på plass?', en: 'What must be in place?' },
    box: { x: 0, y: 1880, w: 1600, h: 840 },
    tint: TINTS.rationale,
  },
  {
    id: 'first-step',
    kind: 'measures',
    title: { nb: 'Første steg', nn: 'Første steg', en: 'First step' },
    question: {
      nb: 'Hva gjør vi før neste samling?',
      nn: 'Kva gjer vi før neste samling?',
      en: 'What do we do before the next gathering?',
    },
    box: { x: 1680, y: 1880, w: 3140, h: 840 },
    tint: TINTS.measures,
  },
];

const measures = ['measures', 'preconditions'];
const owned = ['measures', 'responsibility', 'preconditions', 'first-step'];

const retellName = { nb: 'Gjenfortell', nn: 'Fortel att', en: 'Retell' };
const gapName = { nb: 'Gapet', nn: 'Gapet', en: 'The gap' };
const ideasName = { nb: 'Idéer hver for seg', nn: 'Idear kvar for seg', en: 'Ideas on your own' };
const weighName = {
  nb: 'Vei effekt mot innsats, og stem',
  nn: 'Veg effekt mot innsats, og stem',
  en: 'Weigh effect against effort, and vote',
};

const phases: readonly Phase[] = [
  { id: 'retell', name: retellName, minutes: 10, zones: [], private: false, vote: null },
  { id: 'gap', name: gapName, minutes: 15, zones: ['gap'], private: false, vote: null },
  { id: 'ideas', name: ideasName, minutes: 10, zones: ['measures'], private: true, vote: null },
  { id: 'sort', name: PHASE_NAMES.sort, minutes: 15, zones: measures, private: false, vote: null },
  { id: 'weigh', name: weighName, minutes: 15, zones: ['measures'], private: false, vote: { kind: 'rating' } },
  { id: 'owners', name: PHASE_NAMES.owners, minutes: 20, zones: owned, private: false, vote: null },
  { id: 'close', name: PHASE_NAMES.close, minutes: 5, zones: ['first-step'], private: false, vote: null },
];

export const howWeGetThere = defineTemplate({
  id: 'hvordan-kommer-vi-dit',
  purpose: 'measures',
  name: { nb: 'Hvordan kommer vi oss dit?', nn: 'Korleis kjem vi oss dit?', en: 'How do we get there?' },
  description: {
    nb:
      'Når dere vet hvor dere er og hvor dere vil, og skal bli enige om veien. ' +
      'Dere finner tiltak, velger mellom dem, og går hjem med ansvarlige, frister og et første steg.',
    nn:
      'Når de veit kvar de er og kvar de vil, og skal bli samde om vegen. ' +
      'De finn tiltak, vel mellom dei, og går heim med ansvarlege, fristar og eit første steg.',
    en:
      'When you know where you are and where you want to be, and need to agree on the way. ' +
      'You find measures, choose between them, and go home with owners, deadlines and a first step.',
  },
  guide: {
    nb: 'Begynn med å fortelle hverandre hva dere fant ut om i dag og om det dere ønsker. Spør om hvert tiltak hvorfor dere tror det virker. Et tiltak uten eier og frist er en idé.',
    nn: 'Byrj med å fortelje kvarandre kva de fann ut om i dag og om det de ønskjer. Spør om kvart tiltak kvifor de trur det verkar. Eit tiltak utan eigar og frist er ein idé.',
    en: 'Begin by telling each other what you found out about today and about what you want. Ask of each measure why you think it works. A measure without an owner and a deadline is an idea.',
  },
  minutes: 90,
  people: { least: 4, most: 40 },
  zones,
  presets: [suggestedOrder(phases)],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
