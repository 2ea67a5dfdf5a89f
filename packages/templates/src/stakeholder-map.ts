import { defineTemplate } from './define-template.ts';
import { inGrid } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import type { Box } from './template.ts';
import { phase, words, zonesIn } from './writing.ts';

/** Five lists on the left, and the grid they are placed in on the right: influence upwards, interest to the right. The method is Prosjektveiviseren's. */
const LISTS = inGrid(1, 5, { w: 1400, h: 600 });
const beside = (box: Box): Box => ({ ...box, x: box.x + 1560 });
const GRID = inGrid(2, 2, { w: 1400, h: 1620 }).map(beside);

const who = words(
  'Hvem påvirker, og hvem blir påvirket?',
  'Kven påverkar, og kven blir påverka?',
  'Who influences, and who is affected?',
);

const lists = zonesIn(LISTS, [
  {
    id: 'management',
    kind: 'other',
    title: words('Virksomhetsledelse', 'Verksemdsleiing', 'Management'),
    question: who,
  },
  { id: 'users', kind: 'other', title: words('Brukere', 'Brukarar', 'Users'), question: who },
  { id: 'suppliers', kind: 'other', title: words('Leverandører', 'Leverandørar', 'Suppliers'), question: who },
  {
    id: 'terms',
    kind: 'other',
    title: words('Premissgivere', 'Premissgjevarar', 'Those who set the terms'),
    question: who,
  },
  { id: 'others', kind: 'other', title: words('Andre', 'Andre', 'Others'), question: who },
]);

const grid = zonesIn(GRID, [
  {
    id: 'little-interest-much-influence',
    kind: 'other',
    tint: 'yellow',
    title: words('Lav interesse, høy innflytelse', 'Låg interesse, stor påverknad', 'Low interest, high influence'),
    question: words(
      'Hva trenger de for å støtte dette?',
      'Kva treng dei for å støtte dette?',
      'What do they need to support this?',
    ),
  },
  {
    id: 'much-interest-much-influence',
    kind: 'other',
    tint: 'green',
    title: words('Høy interesse, høy innflytelse', 'Stor interesse, stor påverknad', 'High interest, high influence'),
    question: words(
      'Hvordan lager vi dette sammen med dem?',
      'Korleis lagar vi dette saman med dei?',
      'How do we make this together with them?',
    ),
  },
  {
    id: 'little-interest-little-influence',
    kind: 'other',
    title: words('Lav interesse, lav innflytelse', 'Låg interesse, liten påverknad', 'Low interest, low influence'),
    question: words('Hva bør de få vite?', 'Kva bør dei få vite?', 'What should they be told?'),
  },
  {
    id: 'much-interest-little-influence',
    kind: 'other',
    tint: 'blue',
    title: words('Høy interesse, lav innflytelse', 'Stor interesse, liten påverknad', 'High interest, low influence'),
    question: words('Hvordan tar vi dem med?', 'Korleis tek vi dei med?', 'How do we involve them?'),
  },
]);

const [listed, placed] = [lists.map(({ id }) => id), grid.map(({ id }) => id)];

export const stakeholderMap = defineTemplate({
  id: 'interessentkart',
  purpose: 'current',
  name: words('Interessentkart', 'Interessentkart', 'Stakeholder map'),
  description: words(
    'Finn alle som påvirker eller blir påvirket, og plasser dem etter interesse og innflytelse. ' +
      'Dere ser hvem som bør være med, og hvordan. Metoden er fra Prosjektveiviseren.',
    'Finn alle som påverkar eller blir påverka, og plasser dei etter interesse og påverknad. ' +
      'De ser kven som bør vere med, og korleis. Metoden er frå Prosjektvegvisaren.',
    'Find everyone who influences or is affected, and place them by interest and influence. ' +
      'You see who should be in, and how. The method is from the Norwegian project guide Prosjektveiviseren.',
  ),
  guide: {
    nb: 'Skriv grupper og roller, ikke navn på enkeltpersoner. Finn alle før dere plasserer noen. Spør til slutt hvem som blir berørt uten å ha noe å si, og hvordan dere tar dem med.',
    nn: 'Skriv grupper og roller, ikkje namn på enkeltpersonar. Finn alle før de plasserer nokon. Spør til slutt kven som blir råka utan å ha noko å seie, og korleis de tek dei med.',
    en: 'Write groups and roles, not the names of individuals. Find everyone before you place anyone. Ask at the end who is affected without having a say, and how you involve them.',
  },
  minutes: 60,
  people: { least: 3, most: 12 },
  zones: [...lists, ...grid],
  presets: [
    suggestedOrder([
      phase('find', words('Finn dem det gjelder', 'Finn dei det gjeld', 'Find those concerned'), 15, listed),
      phase('relations', words('Forhold', 'Forhold', 'Relations'), 10, listed),
      phase('place', words('Plasser', 'Plasser', 'Place'), 20, placed),
      phase('involve', words('Involvering', 'Involvering', 'Involvement'), 15, placed),
    ]),
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
