import { defineTemplate } from './define-template.ts';
import { inGrid } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, words, zonesIn } from './writing.ts';

/** Two by two: what the group is for and who is in it, how it works, and that nobody sets the terms alone. */
const zones = zonesIn(inGrid(2, 2, { w: 1680, h: 1060 }), [
  {
    id: 'purpose',
    kind: 'rationale',
    title: words('Hensikt', 'Føremål', 'Purpose'),
    question: words('Hvorfor finnes gruppen?', 'Kvifor finst gruppa?', 'Why does the group exist?'),
  },
  {
    id: 'roles',
    kind: 'other',
    tint: 'blue',
    title: words('Roller', 'Roller', 'Roles'),
    question: words(
      'Hvem bør være med, og med hvilket ansvar?',
      'Kven bør vere med, og med kva ansvar?',
      'Who should be in, with what responsibility?',
    ),
  },
  {
    id: 'working',
    kind: 'measures',
    title: words('Arbeidsform', 'Arbeidsform', 'Way of working'),
    question: words(
      'Hvor ofte møtes vi, og hvordan arbeider vi?',
      'Kor ofte møtest vi, og korleis arbeider vi?',
      'How often do we meet, and how do we work?',
    ),
  },
  {
    id: 'equal',
    kind: 'other',
    tint: 'green',
    title: words('Likeverd', 'Likeverd', 'Equal footing'),
    question: words(
      'Hvordan unngår vi at én part setter premissene?',
      'Korleis unngår vi at éin part set premissane?',
      'How do we avoid that one party sets the terms?',
    ),
  },
]);

export const municipalGroup = defineTemplate({
  id: 'kommunegruppen',
  purpose: 'underway',
  name: words('Kommunegruppen', 'Kommunegruppa', 'The municipal group'),
  description: words(
    'For gruppen som skal drive arbeidet: hvorfor den finnes, hvem som bør være med, hvordan dere arbeider, ' +
      'og hvordan dere unngår at én part setter premissene.',
    'For gruppa som skal drive arbeidet: kvifor ho finst, kven som bør vere med, korleis de arbeider, ' +
      'og korleis de unngår at éin part set premissane.',
    'For the group that drives the work: why it exists, who should be in it, how you work, ' +
      'and how you avoid that one party sets the terms.',
  ),
  guide: {
    nb: 'Gjør dette før dere velger medlemmer, og igjen når noen nye kommer til. Snakk om likeverd også når alle er enige: hvem setter dagsordenen, og hvem skriver referatet?',
    nn: 'Gjer dette før de vel medlemer, og att når det kjem nye til. Snakk om likeverd også når alle er samde: kven set dagsordenen, og kven skriv referatet?',
    en: 'Do this before you choose members, and again when someone new joins. Talk about equal footing also when everyone agrees: who sets the agenda, and who writes the minutes?',
  },
  minutes: 60,
  people: { least: 4, most: 15 },
  zones,
  presets: [suggestedOrder(zones.map(({ id, title }) => phase(id, title, 15, [id])))],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
