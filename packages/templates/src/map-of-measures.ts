import { defineTemplate } from './define-template.ts';
import { inGrid } from './layouts.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import { PHASE_NAMES } from './phase-names.ts';
import { suggestedOrder } from './suggested-order.ts';
import { LOCALES, type Words } from './template.ts';
import { phase, words, zonesIn } from './writing.ts';

const both = (one: Words, other: Words): Words => {
  const [nb, nn, en] = LOCALES.map((locale) => `${one[locale]} · ${other[locale]}`);
  return words(nb ?? '', nn ?? '', en ?? '');
};

/** A row for each level, a column for each domain. */
const zones = zonesIn(
  inGrid(DEFAULT_DOMAINS.length, DEFAULT_LEVELS.length, { w: 1220, h: 640 }),
  DEFAULT_LEVELS.flatMap((level) =>
    DEFAULT_DOMAINS.map((domain) => ({
      id: `${level.id}-${domain.id}`,
      kind: 'measures' as const,
      title: both(level.name, domain.name),
      cell: { level: level.id, domain: domain.id },
      question: words(
        'Hva må skje akkurat her? Er ruta tom med vilje?',
        'Kva må skje akkurat her? Er ruta tom med vilje?',
        'What must happen exactly here? Is the cell empty on purpose?',
      ),
    })),
  ),
);

const all = zones.map(({ id }) => id);

export const mapOfMeasures = defineTemplate({
  id: 'tiltakskart',
  purpose: 'measures',
  name: words('Tiltakskart: nivå og fagområde', 'Tiltakskart: nivå og fagområde', 'Map of measures: level and field'),
  description: words(
    'Legg tiltakene i ruter etter nivå og fagområde. Dere ser hvor det er trangt, og hvilke ruter som er tomme – ' +
      'med vilje, eller fordi ingen har tenkt på dem. Gi rutene navn etter deres egne fagområder.',
    'Legg tiltaka i ruter etter nivå og fagområde. De ser kvar det er trongt, og kva ruter som er tomme – ' +
      'med vilje, eller fordi ingen har tenkt på dei. Gi rutene namn etter dykkar eigne fagområde.',
    'Lay the measures in cells by level and field. You see where it is crowded, and which cells are empty – ' +
      'on purpose, or because nobody thought of them. Name the cells by your own fields.',
  ),
  guide: {
    nb: 'Gi rutene navn etter deres egne fagområder før dere begynner. La alle nivåer være i rommet, eller la noen svare for dem. Se på de tomme rutene til slutt: er de tomme med vilje?',
    nn: 'Gi rutene namn etter dykkar eigne fagområde før de byrjar. La alle nivå vere i rommet, eller la nokon svare for dei. Sjå på dei tomme rutene til slutt: er dei tomme med vilje?',
    en: 'Name the cells by your own fields before you begin. Have every level in the room, or let someone answer for it. Look at the empty cells at the end: are they empty on purpose?',
  },
  minutes: 60,
  people: { least: 4, most: 30 },
  zones,
  presets: [
    suggestedOrder([
      phase('fill', words('Fyll kartet', 'Fyll kartet', 'Fill the map'), 25, all),
      phase('empty', words('Se på de tomme rutene', 'Sjå på dei tomme rutene', 'Look at the empty cells'), 15, all),
      phase('prioritise', PHASE_NAMES.prioritise, 10, [], { vote: { dots: 3, most: 1 } }),
      phase('owners', PHASE_NAMES.owners, 10, all),
    ]),
  ],
  perspectives: DEFAULT_PERSPECTIVES,
  levels: DEFAULT_LEVELS,
  domains: DEFAULT_DOMAINS,
});
