import { defineTemplate } from './define-template.ts';
import { inColumns } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { suggestedOrder } from './suggested-order.ts';
import { phase, words, zonesIn } from './writing.ts';

/** Four columns, from one gathering to the next. Nothing has a clock: it goes on for weeks. */
const zones = zonesIn(inColumns(4, { w: 1400, h: 1720 }), [
  {
    id: 'last-time',
    kind: 'other',
    title: words('Fra sist', 'Frå sist', 'From last time'),
    question: words('Hva ble vi enige om?', 'Kva blei vi samde om?', 'What did we agree?'),
  },
  {
    id: 'we-try',
    kind: 'measures',
    title: words('Vi prøver', 'Vi prøver', 'We try'),
    question: words(
      'Hva gjør vi lokalt, hvem og når?',
      'Kva gjer vi lokalt, kven og når?',
      'What do we do locally, who and when?',
    ),
  },
  {
    id: 'we-see',
    kind: 'current',
    title: words('Vi ser', 'Vi ser', 'We see'),
    question: words('Hva skjedde?', 'Kva hende?', 'What happened?'),
  },
  {
    id: 'next-time',
    kind: 'wise',
    title: words('Til neste gang', 'Til neste gong', 'For next time'),
    question: words('Hva tar vi med oss?', 'Kva tek vi med oss?', 'What do we bring?'),
  },
]);

export const betweenGatherings = defineTemplate({
  id: 'mellomarbeid',
  purpose: 'underway',
  name: words('Mellomarbeid', 'Mellomarbeid', 'Work between gatherings'),
  description: words(
    'Det som skjer mellom samlingene, over uker: hva dere ble enige om, hva dere prøver lokalt, hva dere ser, og hva dere tar med til neste gang. ' +
      'Uten klokke, og åpent for alle hele tiden.',
    'Det som skjer mellom samlingane, over veker: kva de blei samde om, kva de prøver lokalt, kva de ser, og kva de tek med til neste gong. ' +
      'Utan klokke, og ope for alle heile tida.',
    'What happens between the gatherings, over weeks: what you agreed, what you try locally, what you see, and what you bring to the next one. ' +
      'Without a clock, and open to everyone all the time.',
  ),
  guide: {
    nb: 'Del lenken med alle som var på samlingen, og la den stå åpen. Be om korte lapper underveis, heller enn en rapport til slutt. Begynn neste samling med det som står her.',
    nn: 'Del lenkja med alle som var på samlinga, og la henne stå open. Be om korte lappar undervegs, heller enn ein rapport til slutt. Byrj neste samling med det som står her.',
    en: 'Share the link with everyone who was at the gathering, and leave it open. Ask for short notes on the way rather than a report at the end. Begin the next gathering with what stands here.',
  },
  minutes: null,
  people: { least: 2, most: 20 },
  zones,
  presets: [suggestedOrder(zones.map(({ id, title }) => phase(id, title, null, [id])))],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
