import { defineTemplate } from './define-template.ts';
import { inColumns } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, word, words, zonesIn } from './writing.ts';

/** Four steps side by side, and under them all the check that none of it was for show. After Distriktssenteret and Torfing. */
const boxes = [...inColumns(4, { w: 1180, h: 1280 }), { x: 0, y: 1360, w: 4960, h: 620 }];

const zones = zonesIn(boxes, [
  {
    id: 'problem',
    kind: 'current',
    title: word('Problem'),
    question: words(
      'Hvilket problem eller hvilken oppgave vil vi løse?',
      'Kva for eit problem eller kva for ei oppgåve vil vi løyse?',
      'Which problem or task do we want to solve?',
    ),
  },
  {
    id: 'helpers',
    kind: 'other',
    tint: 'violet',
    title: words('Hjelpere', 'Hjelparar', 'Helpers'),
    question: words('Hvem kan hjelpe oss?', 'Kven kan hjelpe oss?', 'Who can help us?'),
  },
  {
    id: 'motivation',
    kind: 'desired',
    title: words('Motivasjon', 'Motivasjon', 'Motivation'),
    question: words('Hvorfor vil de være med?', 'Kvifor vil dei vere med?', 'Why would they join?'),
  },
  {
    id: 'arena',
    kind: 'measures',
    title: word('Arena'),
    question: words(
      'Hvordan lager vi en god møteplass?',
      'Korleis lagar vi ein god møteplass?',
      'How do we make a good meeting place?',
    ),
  },
  {
    id: 'check',
    kind: 'other',
    title: words('Sjekk', 'Sjekk', 'Check'),
    question: words('Er løsningen allerede bestemt?', 'Er løysinga alt bestemt?', 'Is the solution already decided?'),
  },
]);

export const coCreation = defineTemplate({
  id: 'samskaping',
  purpose: 'measures',
  name: words('Samskaping i fire trinn', 'Samskaping i fire trinn', 'Co-creation in four steps'),
  description: words(
    'Når dere trenger andre for å løse noe: hva er problemet, hvem kan hjelpe, hvorfor vil de, og hvor møtes dere? ' +
      'Til slutt sjekker dere at løsningen ikke er bestemt på forhånd.',
    'Når de treng andre for å løyse noko: kva er problemet, kven kan hjelpe, kvifor vil dei, og kvar møtest de? ' +
      'Til slutt sjekkar de at løysinga ikkje er bestemt på førehand.',
    'When you need others to solve something: what is the problem, who can help, why would they, and where do you meet? ' +
      'At the end you check that the solution was not decided beforehand.',
  ),
  guide: {
    nb: 'Inviter dem som kan hjelpe, før løsningen er valgt. Bli ved problemet til alle kan si det med egne ord. Er svaret på det siste spørsmålet ja, er det ikke samskaping.',
    nn: 'Inviter dei som kan hjelpe, før løysinga er vald. Bli ved problemet til alle kan seie det med eigne ord. Er svaret på det siste spørsmålet ja, er det ikkje samskaping.',
    en: 'Invite those who can help before the solution is chosen. Stay with the problem until everyone can say it in their own words. If the answer to the last question is yes, it is not co-creation.',
  },
  minutes: 75,
  people: { least: 3, most: 20 },
  zones,
  presets: [suggestedOrder(zones.map(({ id, title }) => phase(id, title, 15, [id])))],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
