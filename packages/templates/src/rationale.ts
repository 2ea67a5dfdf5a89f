import { defineTemplate } from './define-template.ts';
import { inGrid } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { PHASE_NAMES } from './phase-names.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, words, zonesIn } from './writing.ts';

/** What one wants and knows above, who has said yes and what there is to do it with below. */
const [first, second, third, fourth] = inGrid(3, 2, { w: 1400, h: 1280 });
const boxes = [first, second, third, fourth, { x: 1480, y: 1360, w: 2880, h: 1280 }].flatMap((box) => box ?? []);

const zones = zonesIn(boxes, [
  {
    id: 'ambitions',
    kind: 'rationale',
    title: words('Ambisjoner', 'Ambisjonar', 'Ambitions'),
    question: words('Hva er ambisjonene?', 'Kva er ambisjonane?', 'What are the ambitions?'),
  },
  {
    id: 'evidence',
    kind: 'rationale',
    title: words('Kunnskapsgrunnlag', 'Kunnskapsgrunnlag', 'Evidence base'),
    question: words(
      'Hva er kunnskapsgrunnlaget, hva og hvem er kildene?',
      'Kva er kunnskapsgrunnlaget, kva og kven er kjeldene?',
      'What do we know, and what and who are our sources?',
    ),
  },
  {
    id: 'preconditions',
    kind: 'rationale',
    title: words('Forutsetninger', 'Føresetnader', 'Preconditions'),
    question: words('Hva er viktige forutsetninger?', 'Kva er viktige føresetnader?', 'What must be in place?'),
  },
  {
    id: 'politics',
    kind: 'rationale',
    title: words('Politisk eierskap', 'Politisk eigarskap', 'Political ownership'),
    question: words('Hvem har sagt ja, og til hva?', 'Kven har sagt ja, og til kva?', 'Who has said yes, and to what?'),
  },
  {
    id: 'leeway',
    kind: 'rationale',
    title: words('Administrativt handlingsrom', 'Administrativt handlingsrom', 'Administrative leeway'),
    question: words(
      'Hvor mye tid, hvilke folk og hvilke fullmakter har vi?',
      'Kor mykje tid, kva folk og kva fullmakter har vi?',
      'What time, people and mandate do we have?',
    ),
  },
]);

const all = zones.map(({ id }) => id);

export const rationale = defineTemplate({
  id: 'forankring',
  purpose: 'current',
  name: words('Forankring og begrunnelser', 'Forankring og grunngjevingar', 'Ownership and rationale'),
  description: words(
    'Før dere begynner: hvorfor dere gjør dette, hva dere vet, og hvem som har sagt ja. ' +
      'Politikere og administrasjon snakker sammen to og to, og dere ender med en tekst som kan vedtas.',
    'Før de byrjar: kvifor de gjer dette, kva de veit, og kven som har sagt ja. ' +
      'Politikarar og administrasjon snakkar saman to og to, og de endar med ein tekst som kan vedtakast.',
    'Before you begin: why you are doing this, what you know, and who has said yes. ' +
      'Politicians and administration talk in pairs, and you end with a text that can be decided on.',
  ),
  guide: {
    nb: 'Ha både politikere og administrasjon i rommet, og sett dem sammen to og to. Skriv ned hva det er sagt ja til, og av hvem. Hullene dere finner, er arbeidslisten før dere går videre.',
    nn: 'Ha både politikarar og administrasjon i rommet, og set dei saman to og to. Skriv ned kva det er sagt ja til, og av kven. Hola de finn, er arbeidslista før de går vidare.',
    en: 'Have both politicians and administration in the room, and pair them. Write down what has been agreed to, and by whom. The gaps you find are the list of work before you go on.',
  },
  minutes: 60,
  people: { least: 3, most: 15 },
  zones,
  presets: [
    suggestedOrder([
      phase('write-alone', PHASE_NAMES.writeAlone, 8, all, { private: true }),
      phase(
        'pairs',
        words(
          'Par på tvers: politikk og administrasjon',
          'Par på tvers: politikk og administrasjon',
          'Pairs across: politics and administration',
        ),
        12,
        ['politics', 'leeway'],
      ),
      phase('groups', PHASE_NAMES.groups, 20, all),
      phase('gaps', words('Hull', 'Hol', 'Gaps'), 10, all),
      phase('decision', words('Vedtakstekst', 'Vedtakstekst', 'Text for the decision'), 10, ['ambitions']),
    ]),
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
