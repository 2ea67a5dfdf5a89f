import { defineTemplate } from './define-template.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { PHASE_NAMES } from './phase-names.ts';
import { suggestedOrder } from './suggested-order.ts';
import type { Phase, Zone } from './template.ts';
import { TINTS } from './zone-tints.ts';

/** What works and what stops us weigh against each other on top; below stands what the two rest on. */
const zones: readonly Zone[] = [
  {
    id: 'works',
    kind: 'current',
    title: { nb: 'Det vi får til', nn: 'Det vi får til', en: 'What works' },
    question: {
      nb: 'Hva fungerer, og for hvem?',
      nn: 'Kva fungerer, og for kven?',
      en: 'What works, and for whom?',
    },
    box: { x: 0, y: 0, w: 2140, h: 1080 },
    tint: TINTS.current,
  },
  {
    id: 'stops',
    kind: 'current',
    title: { nb: 'Det som stopper oss', nn: 'Det som stoppar oss', en: 'What stops us' },
    question: { nb: 'Hva hindrer oss i dag?', nn: 'Kva hindrar oss i dag?', en: 'What holds us back today?' },
    box: { x: 2220, y: 0, w: 2140, h: 1080 },
    tint: TINTS.current,
  },
  {
    id: 'evidence',
    kind: 'rationale',
    title: { nb: 'Kunnskapsgrunnlag', nn: 'Kunnskapsgrunnlag', en: 'Evidence' },
    question: {
      nb: 'Hva vet vi, og hvordan vet vi det?',
      nn: 'Kva veit vi, og korleis veit vi det?',
      en: 'What do we know, and how do we know it?',
    },
    box: { x: 0, y: 1160, w: 1400, h: 1280 },
    tint: TINTS.rationale,
  },
  {
    id: 'overlap',
    kind: 'current',
    title: { nb: 'Overlapp', nn: 'Overlapp', en: 'Overlap' },
    question: {
      nb: 'Hvor berører våre oppgaver og mål hverandre?',
      nn: 'Kvar rører oppgåvene og måla våre ved kvarandre?',
      en: 'Where do our tasks and goals touch?',
    },
    box: { x: 1480, y: 1160, w: 1400, h: 1280 },
    tint: TINTS.current,
  },
  {
    id: 'missing-voices',
    kind: 'other',
    title: { nb: 'Stemmer som mangler', nn: 'Røyster som manglar', en: 'Missing voices' },
    question: { nb: 'Hvem har vi ikke hørt?', nn: 'Kven har vi ikkje høyrt?', en: 'Who have we not heard?' },
    box: { x: 2960, y: 1160, w: 1400, h: 1280 },
    tint: TINTS.other,
  },
];

const own = ['works', 'stops'];
const all = zones.map((zone) => zone.id);
const unanswered = ['evidence', 'missing-voices'];

const phases: readonly Phase[] = [
  { id: 'welcome', name: PHASE_NAMES.welcome, minutes: 5, zones: [], private: false, vote: null },
  { id: 'write-alone', name: PHASE_NAMES.writeAlone, minutes: 8, zones: own, private: true, vote: null },
  { id: 'reveal', name: PHASE_NAMES.reveal, minutes: 2, zones: own, private: false, vote: null },
  { id: 'groups', name: PHASE_NAMES.groups, minutes: 25, zones: all, private: false, vote: null },
  { id: 'sort', name: PHASE_NAMES.sort, minutes: 15, zones: all, private: false, vote: null },
  { id: 'vote', name: PHASE_NAMES.vote, minutes: 5, zones: [], private: false, vote: { dots: 3, most: 1 } },
  { id: 'plenary', name: PHASE_NAMES.plenary, minutes: 15, zones: unanswered, private: false, vote: null },
];

export const whereAreWe = defineTemplate({
  id: 'hvor-er-vi',
  purpose: 'current',
  name: { nb: 'Hvor er vi?', nn: 'Kvar er vi?', en: 'Where are we?' },
  description: {
    nb:
      'Når dere trenger et felles bilde av hvordan det står til, før noen snakker om løsninger. ' +
      'Dere ser hva som fungerer, hva som stopper dere, og hvem dere ikke har hørt.',
    nn:
      'Når de treng eit felles bilete av korleis det står til, før nokon snakkar om løysingar. ' +
      'De ser kva som fungerer, kva som stoppar dykk, og kven de ikkje har høyrt.',
    en:
      'When you need a shared picture of how things stand, before anyone talks about solutions. ' +
      'You will see what works, what stops you, and whom you have not heard.',
  },
  guide: {
    nb: 'Be om det som faktisk skjer, og ikke om det som burde skje. La alle skrive hver for seg først, så de som snakker mest, ikke setter bildet. Spør høyt hvem som ikke er i rommet.',
    nn: 'Be om det som faktisk skjer, og ikkje om det som burde skje. La alle skrive kvar for seg først, så dei som snakkar mest, ikkje set biletet. Spør høgt kven som ikkje er i rommet.',
    en: 'Ask for what actually happens, not for what should. Let everyone write on their own first, so that those who talk most do not set the picture. Ask aloud who is not in the room.',
  },
  minutes: 75,
  people: { least: 4, most: 60 },
  zones,
  presets: [suggestedOrder(phases)],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
