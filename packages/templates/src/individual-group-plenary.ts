import { defineTemplate } from './define-template.ts';
import { inColumns } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, words, zonesIn } from './writing.ts';

/** Four columns, from one alone to all together. The method is described by KS. */
const zones = zonesIn(inColumns(4, { w: 1400, h: 1500 }), [
  {
    id: 'individual',
    kind: 'current',
    title: words('Individ', 'Individ', 'Individual'),
    question: words('Hva tenker jeg? (stille)', 'Kva tenkjer eg? (stille)', 'What do I think? (silent)'),
  },
  {
    id: 'group',
    kind: 'other',
    title: words('Gruppe', 'Gruppe', 'Group'),
    question: words(
      'Ett synspunkt om gangen. Hva er felles?',
      'Eitt synspunkt om gongen. Kva er felles?',
      'One viewpoint at a time. What is shared?',
    ),
  },
  {
    id: 'plenary',
    kind: 'desired',
    title: words('Plenum', 'Plenum', 'Plenary'),
    question: words('Hva vil vi at alle skal høre?', 'Kva vil vi at alle skal høyre?', 'What should everyone hear?'),
  },
  {
    id: 'onwards',
    kind: 'measures',
    title: words('Videre', 'Vidare', 'Onwards'),
    question: words('Hvem tar dette videre?', 'Kven tek dette vidare?', 'Who takes this on?'),
  },
]);

export const individualGroupPlenary = defineTemplate({
  id: 'igp',
  purpose: 'underway',
  name: words('IGP: individ, gruppe, plenum', 'IGP: individ, gruppe, plenum', 'Individual, group, plenary'),
  description: words(
    'Når alle skal bli hørt: tenk selv, del i grupper på tre til åtte med ett synspunkt om gangen, og ta det viktigste i plenum. ' +
      'Gruppene velger ordstyrer, sekretær og en som passer på at dere holder dere til saken. Metoden er beskrevet av KS.',
    'Når alle skal bli høyrde: tenk sjølv, del i grupper på tre til åtte med eitt synspunkt om gongen, og ta det viktigaste i plenum. ' +
      'Gruppene vel ordstyrar, sekretær og ein som passar på at de held dykk til saka. Metoden er skildra av KS.',
    'When everyone is to be heard: think for yourself, share in groups of three to eight with one viewpoint at a time, and take what matters most to the plenary. ' +
      'Groups choose a chair, a secretary and someone who keeps the focus. The method is described by KS.',
  ),
  guide: {
    nb: 'Grupper på tre til åtte. Én får ordet om gangen, uten kommentarer fra de andre, til alle er hørt. Velg ordstyrer som passer tiden, sekretær som skriver, og en viddevakt som sier fra når dere sporer av.',
    nn: 'Grupper på tre til åtte. Éin får ordet om gongen, utan kommentarar frå dei andre, til alle er høyrde. Vel ordstyrar som passar tida, sekretær som skriv, og ei viddevakt som seier frå når de sporar av.',
    en: 'Groups of three to eight. One speaks at a time, without comments from the others, until all are heard. Choose a chair who keeps the time, a secretary who writes, and a focus keeper who says when you stray.',
  },
  minutes: 45,
  people: { least: 6, most: 60 },
  zones,
  presets: [
    suggestedOrder([
      phase(
        'individual',
        words('Tenk selv, stille', 'Tenk sjølv, stille', 'Think for yourself, in silence'),
        5,
        ['individual'],
        {
          private: true,
        },
      ),
      phase('round', words('Runde i gruppa', 'Runde i gruppa', 'A round in the group'), 15, ['group']),
      phase('talk', words('Samtale i gruppa', 'Samtale i gruppa', 'A talk in the group'), 10, ['group']),
      phase('plenary', words('Plenum', 'Plenum', 'Plenary'), 10, ['plenary']),
      phase('onwards', words('Videre', 'Vidare', 'Onwards'), 5, ['onwards']),
    ]),
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
