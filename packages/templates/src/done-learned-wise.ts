import { defineTemplate } from './define-template.ts';
import { inColumns } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, words, zonesIn } from './writing.ts';

/** Three columns that open in turn. The method is Tom Tiller's (2006). */
const zones = zonesIn(inColumns(3, { w: 1400, h: 1720 }), [
  {
    id: 'done',
    kind: 'current',
    title: words('Gjort', 'Gjort', 'Done'),
    question: words(
      'Hva har vi gjort? Beskriv så presist du kan.',
      'Kva har vi gjort? Fortel så presist du kan.',
      'What did we do? Describe it precisely.',
    ),
  },
  {
    id: 'learned',
    kind: 'other',
    title: words('Lært', 'Lært', 'Learned'),
    question: words('Hva har vi lært av det?', 'Kva har vi lært av det?', 'What did we learn from it?'),
  },
  {
    id: 'wise',
    kind: 'wise',
    title: words('Lurt', 'Lurt', 'Wise'),
    question: words(
      'Hva er lurt å gjøre mer av, mindre av eller annerledes?',
      'Kva er lurt å gjere meir av, mindre av eller annleis?',
      'What is wise to do more of, less of or differently?',
    ),
  },
]);

export const doneLearnedWise = defineTemplate({
  id: 'gjort-laert-lurt',
  purpose: 'underway',
  name: words('Gjort – lært – lurt', 'Gjort – lært – lurt', 'Done – learned – wise'),
  description: words(
    'Se tilbake på noe dere har gjort: hva skjedde, hva lærte dere, og hva er lurt å ta med videre? ' +
      'Kort nok til å avslutte hver samling med. Metoden er Tom Tillers.',
    'Sjå tilbake på noko de har gjort: kva hende, kva lærte de, og kva er lurt å ta med vidare? ' +
      'Kort nok til å avslutte kvar samling med. Metoden er Tom Tiller sin.',
    'Look back at something you have done: what happened, what did you learn, and what is wise to carry on? ' +
      'Short enough to end each gathering with. The method is Tom Tiller’s.',
  ),
  guide: {
    nb: 'Ta én kolonne om gangen, og ikke hopp til hva som er lurt. Beskriv det som ble gjort så nøyaktig at en som ikke var der, ser det for seg. Bruk den kort og ofte.',
    nn: 'Ta éi kolonne om gongen, og ikkje hopp til kva som er lurt. Fortel det som blei gjort så nøyaktig at ein som ikkje var der, ser det for seg. Bruk han kort og ofte.',
    en: 'Take one column at a time, and do not jump to what is wise. Describe what was done so precisely that someone who was not there can see it. Use it briefly and often.',
  },
  minutes: 30,
  people: { least: 2, most: 30 },
  zones,
  presets: [
    suggestedOrder([
      phase('done', words('Gjort', 'Gjort', 'Done'), 7, ['done']),
      phase('learned', words('Lært', 'Lært', 'Learned'), 7, ['learned']),
      phase('wise', words('Lurt', 'Lurt', 'Wise'), 6, ['wise']),
      phase('share', words('Del med hverandre', 'Del med kvarandre', 'Share with each other'), 10, []),
    ]),
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
