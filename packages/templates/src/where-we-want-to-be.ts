import { defineTemplate } from './define-template.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { PHASE_NAMES } from './phase-names.ts';
import { suggestedOrder } from './suggested-order.ts';
import type { Phase, Zone } from './template.ts';
import { TINTS } from './zone-tints.ts';

/** Three views stacked on the left gather, through their signs, into the one shared picture on the right. */
const zones: readonly Zone[] = [
  {
    id: 'citizen',
    kind: 'desired',
    title: { nb: 'For innbyggeren', nn: 'For innbyggjaren', en: 'For the citizen' },
    question: {
      nb: 'Hva legger barn, unge og andre merke til?',
      nn: 'Kva legg barn, unge og andre merke til?',
      en: 'What do children, young people and others notice?',
    },
    box: { x: 0, y: 0, w: 2480, h: 840 },
    tint: TINTS.desired,
  },
  {
    id: 'us',
    kind: 'desired',
    title: { nb: 'For oss som jobber sammen', nn: 'For oss som arbeider saman', en: 'For us who work together' },
    question: { nb: 'Hva gjør vi annerledes?', nn: 'Kva gjer vi annleis?', en: 'What do we do differently?' },
    box: { x: 0, y: 920, w: 2480, h: 840 },
    tint: TINTS.desired,
  },
  {
    id: 'community',
    kind: 'desired',
    title: { nb: 'For lokalsamfunnet', nn: 'For lokalsamfunnet', en: 'For the community' },
    question: { nb: 'Hva har blitt mulig?', nn: 'Kva har blitt mogleg?', en: 'What has become possible?' },
    box: { x: 0, y: 1840, w: 2480, h: 840 },
    tint: TINTS.desired,
  },
  {
    id: 'signs',
    kind: 'desired',
    title: { nb: 'Kjennetegn', nn: 'Kjenneteikn', en: 'Signs' },
    question: {
      nb: 'Hvordan ser vi at vi er der?',
      nn: 'Korleis ser vi at vi er der?',
      en: 'How will we see that we are there?',
    },
    box: { x: 2560, y: 0, w: 920, h: 2680 },
    tint: TINTS.desired,
  },
  {
    id: 'shared-picture',
    kind: 'desired',
    title: { nb: 'Felles bilde', nn: 'Felles bilete', en: 'Shared picture' },
    question: {
      nb: 'Hvilke setninger står alle bak?',
      nn: 'Kva setningar står alle bak?',
      en: 'Which sentences does everyone stand behind?',
    },
    box: { x: 3560, y: 0, w: 1400, h: 2680 },
    tint: TINTS.desired,
  },
];

const views = ['citizen', 'us', 'community'];
const viewsAndSigns = [...views, 'signs'];
const shared = ['shared-picture'];

const storyName = { nb: 'Framtidsfortelling', nn: 'Framtidsforteljing', en: 'Story from the future' };
const groupsName = {
  nb: 'Grupper på tvers av sektorer',
  nn: 'Grupper på tvers av sektorar',
  en: 'Cross-sector groups',
};
const galleryName = { nb: 'Galleri', nn: 'Galleri', en: 'Gallery walk' };
const sentencesName = { nb: 'Skriv felles setninger', nn: 'Skriv felles setningar', en: 'Write shared sentences' };
const thumbName = { nb: 'Tommel', nn: 'Tommel', en: 'Thumb check' };

const phases: readonly Phase[] = [
  { id: 'story', name: storyName, minutes: 5, zones: [], private: false, vote: null },
  { id: 'write-alone', name: PHASE_NAMES.writeAlone, minutes: 10, zones: views, private: true, vote: null },
  { id: 'groups', name: groupsName, minutes: 25, zones: viewsAndSigns, private: false, vote: null },
  { id: 'gallery', name: galleryName, minutes: 10, zones: ['signs'], private: false, vote: null },
  { id: 'sentences', name: sentencesName, minutes: 20, zones: shared, private: false, vote: null },
  // A thumb pointing down is answered by mending the sentence, so the zone stays open.
  { id: 'thumb', name: thumbName, minutes: 5, zones: shared, private: false, vote: { kind: 'fingers' } },
];

export const whereWeWantToBe = defineTemplate({
  id: 'hvor-vil-vi',
  purpose: 'desired',
  name: { nb: 'Hvor vil vi?', nn: 'Kvar vil vi?', en: 'Where do we want to be?' },
  description: {
    nb:
      'Når dere vil løfte blikket og se for dere at dere har lyktes. ' +
      'Dere skriver først hver for seg, så i grupper på tvers av sektorer, og ender med noen setninger alle står bak.',
    nn:
      'Når de vil løfte blikket og sjå for dykk at de har lykkast. ' +
      'De skriv først kvar for seg, så i grupper på tvers av sektorar, og endar med nokre setningar alle står bak.',
    en:
      'When you want to look up and imagine that you have succeeded. ' +
      'You write on your own, then in groups across sectors, and end with a few sentences everyone stands behind.',
  },
  guide: {
    nb: 'Les en kort fortelling fra framtiden før dere skriver. Bland sektorene i gruppene: ikke la én part formulere bildet alene. De felles setningene skal alle kunne stå bak; pek tommelen ned, så skriver dere om.',
    nn: 'Les ei kort forteljing frå framtida før de skriv. Bland sektorane i gruppene: ikkje la éin part formulere biletet åleine. Dei felles setningane skal alle kunne stå bak; peikar tommelen ned, skriv de om.',
    en: 'Read a short story from the future before you write. Mix the sectors in the groups: do not let one party word the picture alone. Everyone must be able to stand behind the shared sentences; where a thumb points down, you rewrite.',
  },
  minutes: 75,
  people: { least: 4, most: 60 },
  zones,
  presets: [suggestedOrder(phases)],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
