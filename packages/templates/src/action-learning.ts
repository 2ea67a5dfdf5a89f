import { defineTemplate } from './define-template.ts';
import { inRing } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, words, zonesIn } from './writing.ts';

/** A ring, clockwise from the top: the last stop leads to the first. */
const zones = zonesIn(inRing(6, { w: 1160, h: 860 }, 1240), [
  {
    id: 'wonder',
    kind: 'other',
    tint: 'violet',
    title: words('Undre seg', 'Undre seg', 'Wonder'),
    question: words('Hva vil vi finne ut av?', 'Kva vil vi finne ut av?', 'What do we want to find out?'),
  },
  {
    id: 'goal',
    kind: 'desired',
    title: words('Mål', 'Mål', 'Goal'),
    question: words('Hva ønsker vi å oppnå?', 'Kva ønskjer vi å oppnå?', 'What do we want to achieve?'),
  },
  {
    id: 'plan',
    kind: 'measures',
    title: words('Planlegge', 'Planleggje', 'Plan'),
    question: words('Hva prøver vi, hvem gjør hva?', 'Kva prøver vi, kven gjer kva?', 'What do we try, who does what?'),
  },
  {
    id: 'try-out',
    kind: 'current',
    title: words('Prøve ut', 'Prøve ut', 'Try out'),
    question: words('Hva gjorde vi, hva så vi?', 'Kva gjorde vi, kva såg vi?', 'What did we do, what did we see?'),
  },
  {
    id: 'reflect',
    kind: 'other',
    title: words('Reflektere', 'Reflektere', 'Reflect'),
    question: words('Hva betyr det vi så?', 'Kva tyder det vi såg?', 'What does what we saw mean?'),
  },
  {
    id: 'carry-on',
    kind: 'wise',
    title: words('Ta videre', 'Ta vidare', 'Carry on'),
    question: words('Hva tar vi med i neste runde?', 'Kva tek vi med i neste runde?', 'What goes into the next round?'),
  },
]);

export const actionLearning = defineTemplate({
  id: 'aksjonslaering',
  purpose: 'underway',
  name: words('Aksjonslæringssirkelen', 'Aksjonslæringssirkelen', 'The action-learning circle'),
  description: words(
    'For dere som prøver ut noe over flere uker: undre dere, sett et mål, prøv, se og lær, og gå en runde til. ' +
      'Ett stopp om gangen, omtrent 45 minutter hver gang.',
    'For dykk som prøver ut noko over fleire veker: undre dykk, set eit mål, prøv, sjå og lær, og gå ein runde til. ' +
      'Eitt stopp om gongen, om lag 45 minutt kvar gong.',
    'For those who try something out over several weeks: wonder, set a goal, try, see and learn, and go round again. ' +
      'One stop at a time, about 45 minutes each.',
  ),
  guide: {
    nb: 'Ett stopp om gangen, med uker imellom. Hold forsøket lite nok til at dere får prøvd det. Kall stoppene det dere pleier; rekkefølgen er det viktige.',
    nn: 'Eitt stopp om gongen, med veker imellom. Hald forsøket lite nok til at de får prøvd det. Kall stoppa det de pleier; rekkjefølgja er det viktige.',
    en: 'One stop at a time, with weeks in between. Keep the trial small enough for you to get it done. Call the stops what you usually do; the order is what matters.',
  },
  minutes: 270,
  people: { least: 4, most: 8 },
  zones,
  presets: [suggestedOrder(zones.map(({ id, title }) => phase(id, title, 45, [id])))],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
