import { defineTemplate } from './define-template.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { PHASE_NAMES } from './phase-names.ts';
import type { Phase, Zone } from './template.ts';
import { TINTS } from './zone-tints.ts';

/**
 * A journey that climbs from left to right: today low on the left, the way the whole height between, the desired
 * situation high on the right. The rationale stands where reading begins, what to carry on where it ends. The order of
 * the list is the order of the work, in which the way comes after the two it joins.
 */
const zones: readonly Zone[] = [
  {
    id: 'rationale',
    kind: 'rationale',
    title: { nb: 'Begrunnelse', nn: 'Grunngjeving', en: 'Rationale' },
    question: {
      nb: 'Hvorfor gjør vi dette, og hvem står bak?',
      nn: 'Kvifor gjer vi dette, og kven står bak?',
      en: 'Why are we doing this, and who is behind it?',
    },
    box: { x: 0, y: 0, w: 1400, h: 640 },
    tint: TINTS.rationale,
  },
  {
    id: 'today',
    kind: 'current',
    title: { nb: 'I dag', nn: 'I dag', en: 'Today' },
    question: {
      nb: 'Hvordan ser det ut i dag?',
      nn: 'Korleis ser det ut i dag?',
      en: 'What does it look like today?',
    },
    box: { x: 0, y: 720, w: 1400, h: 1520 },
    tint: TINTS.current,
  },
  {
    id: 'desired',
    kind: 'desired',
    title: { nb: 'Ønsket situasjon', nn: 'Ønskt situasjon', en: 'Desired situation' },
    question: {
      nb: 'Hvordan ser det ut når vi har lyktes?',
      nn: 'Korleis ser det ut når vi har lykkast?',
      en: 'What does it look like when we have succeeded?',
    },
    box: { x: 2960, y: 0, w: 1400, h: 1520 },
    tint: TINTS.desired,
  },
  {
    id: 'way',
    kind: 'measures',
    title: { nb: 'Veien dit', nn: 'Vegen dit', en: 'The way there' },
    question: {
      nb: 'Hva skal til for å flytte oss?',
      nn: 'Kva skal til for å flytte oss?',
      en: 'What does it take to move us?',
    },
    box: { x: 1480, y: 0, w: 1400, h: 2240 },
    tint: TINTS.measures,
  },
  {
    id: 'wise',
    kind: 'wise',
    title: { nb: 'Lurt å ta med videre', nn: 'Lurt å ta med vidare', en: 'Wise to carry on' },
    question: { nb: 'Hva er lurt?', nn: 'Kva er lurt?', en: 'What is wise?' },
    box: { x: 2960, y: 1600, w: 1400, h: 640 },
    tint: TINTS.wise,
  },
];

const todayAloneName = {
  nb: 'I dag: skriv hver for seg',
  nn: 'I dag: skriv kvar for seg',
  en: 'Today: write on your own',
};
const todayTalkName = {
  nb: 'I dag: vis fram og snakk sammen',
  nn: 'I dag: vis fram og snakk saman',
  en: 'Today: reveal and talk',
};
const desiredAloneName = {
  nb: 'Ønsket situasjon: skriv hver for seg',
  nn: 'Ønskt situasjon: skriv kvar for seg',
  en: 'Desired situation: write on your own',
};
const desiredTalkName = {
  nb: 'Ønsket situasjon: vis fram og snakk sammen',
  nn: 'Ønskt situasjon: vis fram og snakk saman',
  en: 'Desired situation: reveal and talk',
};
const gapName = { nb: 'Gapet og tiltak', nn: 'Gapet og tiltak', en: 'The gap and measures' };
const wiseName = { nb: 'Gjort – lært – lurt', nn: 'Gjort – lært – lurt', en: 'Done – learned – wise' };

const opening: Phase = {
  id: 'rationale',
  name: PHASE_NAMES.rationale,
  minutes: 20,
  zones: ['rationale'],
  private: false,
  vote: null,
};
const today: readonly Phase[] = [
  { id: 'today-alone', name: todayAloneName, minutes: 8, zones: ['today'], private: true, vote: null },
  { id: 'today-talk', name: todayTalkName, minutes: 37, zones: ['today'], private: false, vote: null },
];
const desired: readonly Phase[] = [
  { id: 'desired-alone', name: desiredAloneName, minutes: 8, zones: ['desired'], private: true, vote: null },
  { id: 'desired-talk', name: desiredTalkName, minutes: 37, zones: ['desired'], private: false, vote: null },
];
const pause: Phase = { id: 'pause', name: PHASE_NAMES.pause, minutes: 10, zones: [], private: false, vote: null };
const closing: readonly Phase[] = [
  { id: 'gap', name: gapName, minutes: 30, zones: ['way'], private: false, vote: null },
  {
    id: 'prioritise',
    name: PHASE_NAMES.prioritise,
    minutes: 5,
    zones: [],
    private: false,
    vote: { dots: 3, most: 1 },
  },
  { id: 'owners', name: PHASE_NAMES.owners, minutes: 10, zones: ['way'], private: false, vote: null },
  { id: 'wise', name: wiseName, minutes: 15, zones: ['wise'], private: false, vote: null },
];

export const wholeJourney = defineTemplate({
  id: 'hvor-er-vi-hvor-vil-vi',
  purpose: 'whole',
  name: {
    nb: 'Hvor er vi, hvor vil vi, og hvordan kommer vi oss dit?',
    nn: 'Kvar er vi, kvar vil vi, og korleis kjem vi oss dit?',
    en: 'Where are we, where do we want to be, and how do we get there?',
  },
  description: {
    nb:
      'En halv dag til å gå hele veien sammen: fra hvordan det er i dag, til det dere ønsker dere, og til tiltak som ' +
      'flytter dere dit. Dere går hjem med prioriterte tiltak som har en ansvarlig og en frist.',
    nn:
      'Ein halv dag til å gå heile vegen saman: frå korleis det er i dag, til det de ønskjer dykk, og til tiltak som ' +
      'flyttar dykk dit. De går heim med prioriterte tiltak som har ein ansvarleg og ein frist.',
    en:
      'Half a day to go all the way together: from how things are today, to what you wish for, to the measures that ' +
      'take you there. You go home with prioritised measures, each with an owner and a deadline.',
  },
  guide: {
    nb: 'Ha med folk fra flere sektorer, og gjerne noen det gjelder. La alle skrive hver for seg før noen snakker, og bruk tid på begrunnelsen: tiltak som kommer før dagens situasjon er grunngitt, blir sjelden noe av. Avslutt med hvem som gjør hva, og når dere møtes igjen.',
    nn: 'Ha med folk frå fleire sektorar, og gjerne nokon det gjeld. La alle skrive kvar for seg før nokon snakkar, og bruk tid på grunngjevinga: tiltak som kjem før situasjonen i dag er grunngitt, blir det sjeldan noko av. Avslutt med kven som gjer kva, og når de møtest att.',
    en: 'Have people from several sectors, and preferably some of those concerned. Let everyone write on their own before anyone talks, and spend time on the rationale: measures that come before today is grounded seldom come to anything. End with who does what, and when you meet again.',
  },
  minutes: 180,
  people: { least: 6, most: 60 },
  zones,
  presets: [
    {
      id: 'today-first',
      name: { nb: 'I dag først', nn: 'I dag først', en: 'Today first' },
      phases: [opening, ...today, pause, ...desired, ...closing],
    },
    {
      id: 'desired-first',
      name: { nb: 'Ønsket situasjon først', nn: 'Ønskt situasjon først', en: 'Desired situation first' },
      phases: [opening, ...desired, pause, ...today, ...closing],
    },
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
