import { defineTemplate } from './define-template.ts';
import { inStairs } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, words, zonesIn } from './writing.ts';

/** Steps that rise to the right: the higher, the more those concerned decide. */
const zones = zonesIn(inStairs(5, { w: 1000, h: 1280 }, 320), [
  {
    id: 'inform',
    kind: 'other',
    title: words('Informere', 'Informere', 'Inform'),
    question: words('Hva får folk vite?', 'Kva får folk vite?', 'What are people told?'),
  },
  {
    id: 'consult',
    kind: 'other',
    tint: 'blue',
    title: words('Spørre', 'Spørje', 'Consult'),
    question: words('Hva spør vi om?', 'Kva spør vi om?', 'What do we ask?'),
  },
  {
    id: 'dialogue',
    kind: 'other',
    tint: 'violet',
    title: words('Dialog', 'Dialog', 'Dialogue'),
    question: words('Hvor møtes vi?', 'Kvar møtest vi?', 'Where do we meet?'),
  },
  {
    id: 'co-create',
    kind: 'other',
    tint: 'green',
    title: words('Samskape', 'Samskape', 'Co-create'),
    question: words('Hva lager vi sammen?', 'Kva lagar vi saman?', 'What do we make together?'),
  },
  {
    id: 'decide',
    kind: 'other',
    tint: 'yellow',
    title: words('Bestemme', 'Avgjere', 'Decide'),
    question: words('Hva bestemmer de selv?', 'Kva avgjer dei sjølve?', 'What do they decide?'),
  },
]);

const all = zones.map(({ id }) => id);

export const participationLadder = defineTemplate({
  id: 'medvirkningstrapp',
  purpose: 'current',
  name: words('Medvirkningstrapp', 'Medverknadstrapp', 'Participation ladder'),
  description: words(
    'Hvor mye får de det gjelder, være med på? Dere plasserer det dere gjør i dag og det dere vil, trinn for trinn, ' +
      'og ender med et løfte til deltakerne.',
    'Kor mykje får dei det gjeld, vere med på? De plasserer det de gjer i dag og det de vil, trinn for trinn, ' +
      'og endar med ein lovnad til deltakarane.',
    'How much do those concerned get to take part in? You place what you do today and what you want, step by step, ' +
      'and end with a promise to the participants.',
  ),
  guide: {
    nb: 'Velg én ting dere gjør, og plasser den. Høyest er ikke alltid best, men si ærlig hvor dere er. Ta med noen av dem det gjelder: de ser trappa fra den andre siden.',
    nn: 'Vel éin ting de gjer, og plasser han. Høgast er ikkje alltid best, men sei ærleg kvar de er. Ta med nokre av dei det gjeld: dei ser trappa frå den andre sida.',
    en: 'Choose one thing you do, and place it. Highest is not always best, but say honestly where you are. Bring some of those concerned: they see the ladder from the other side.',
  },
  minutes: 45,
  people: { least: 3, most: 30 },
  zones,
  presets: [
    suggestedOrder([
      phase('where-we-are', words('Der vi er', 'Der vi er', 'Where we are'), 10, all),
      phase('where-we-want', words('Der vi vil være', 'Der vi vil vere', 'Where we want to be'), 10, all),
      phase('difference', words('Forskjell per gruppe', 'Skilnad per gruppe', 'Difference by group'), 15, all),
      phase('promise', words('Løfte til deltakerne', 'Lovnad til deltakarane', 'Promise to participants'), 10, all),
    ]),
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
