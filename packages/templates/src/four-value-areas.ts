import { defineTemplate } from './define-template.ts';
import { inGrid } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { PHASE_NAMES } from './phase-names.ts';
import { suggestedOrder } from './suggested-order.ts';
import { VALUE_AREAS } from './value-areas.ts';
import { phase, words, zonesIn } from './writing.ts';

/** Two by two. From «På vei mot Fremtidens kulturskole» (2021). */
const zones = zonesIn(inGrid(2, 2, { w: 1680, h: 1280 }), [
  {
    id: 'attractive',
    kind: 'other',
    tint: 'blue',
    title: words('Attraktiv og relevant', 'Attraktiv og relevant', 'Attractive and relevant'),
    question: words(
      'For hvem er vi relevante, og for hvem ikke?',
      'For kven er vi relevante, og for kven ikkje?',
      'Relevant to whom, and to whom not?',
    ),
  },
  {
    id: 'inclusive',
    kind: 'other',
    tint: 'green',
    title: words('Inkluderende og mangfoldig', 'Inkluderande og mangfaldig', 'Inclusive and diverse'),
    question: words('Hvem er ikke med?', 'Kven er ikkje med?', 'Who is not included?'),
  },
  {
    id: 'creative',
    kind: 'other',
    tint: 'yellow',
    title: words('Utviklende og skapende', 'Utviklande og skapande', 'Developing and creative'),
    question: words('Hvor får folk skape selv?', 'Kvar får folk skape sjølve?', 'Where do people get to create?'),
  },
  {
    id: 'mastery',
    kind: 'other',
    tint: 'violet',
    title: words(
      'Betydningsfull og mestringsorientert',
      'Viktig og meistringsorientert',
      'Significant and mastery-oriented',
    ),
    question: words(
      'Når opplever folk mestring?',
      'Når opplever folk meistring?',
      'When do people experience mastery?',
    ),
  },
]);

const all = zones.map(({ id }) => id);

export const fourValueAreas = defineTemplate({
  id: 'verdiomrader',
  purpose: 'current',
  name: words('Fire verdiområder', 'Fire verdiområde', 'Four value areas'),
  description: words(
    'Se på det dere gjør gjennom fire verdier for kulturskolen: vurder hver for seg, snakk om hvorfor dere ser det ulikt, ' +
      'og velg ett område å arbeide med. Områdene er fra «På vei mot Fremtidens kulturskole».',
    'Sjå på det de gjer gjennom fire verdiar for kulturskulen: vurder kvar for seg, snakk om kvifor de ser det ulikt, ' +
      'og vel eitt område å arbeide med. Områda er frå «På vei mot Fremtidens kulturskole».',
    'Look at what you do through four values for the culture school: judge on your own, talk about why you see it differently, ' +
      'and choose one area to work on. The areas are from «På vei mot Fremtidens kulturskole».',
  ),
  guide: {
    nb: 'Vurder hver for seg og i stillhet, og vis fram alt på én gang. Snakk om der dere er mest uenige, ikke om gjennomsnittet. Velg ett område, og la de andre vente.',
    nn: 'Vurder kvar for seg og i stillheit, og vis fram alt på éin gong. Snakk om der de er mest usamde, ikkje om gjennomsnittet. Vel eitt område, og la dei andre vente.',
    en: 'Judge on your own and in silence, and reveal everything at once. Talk about where you differ most, not about the average. Choose one area, and let the others wait.',
  },
  minutes: 45,
  people: { least: 4, most: 40 },
  zones,
  presets: [
    suggestedOrder([
      phase('judge-alone', words('Vurder hver for seg', 'Vurder kvar for seg', 'Judge on your own'), 8, all, {
        private: true,
      }),
      phase('reveal', PHASE_NAMES.reveal, 2, all),
      phase('spread', words('Snakk om spredningen', 'Snakk om spreiinga', 'Talk about the spread'), 20, all),
      phase('choose', words('Velg ett', 'Vel eitt', 'Choose one'), 15, all, { vote: { dots: 1, most: 1 } }),
    ]),
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
  values: VALUE_AREAS,
});
