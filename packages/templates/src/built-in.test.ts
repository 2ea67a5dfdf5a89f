import { describe, expect, test } from 'vitest';
import { DEFAULT_TEMPLATE_ID, TEMPLATES, templateById } from './built-in.ts';
import { DEFAULT_DOMAINS } from './domains.ts';
import { DEFAULT_LEVELS } from './levels.ts';
import { DEFAULT_PERSPECTIVES } from './perspectives.ts';
import type { Box, Template, Words, ZoneKind } from './template.ts';
import { wholeJourney } from './whole-journey.ts';
import { roomForNotes } from './zone-room.ts';
import { TINTS } from './zone-tints.ts';

/** What bokmål and nynorsk share. A text that is the same in both and not here was hardly written in nynorsk. */
const SAME_IN_BOTH = [
  'Administrativt handlingsrom',
  'Aksjonslæringssirkelen',
  'Andre',
  'Ansvar og frist',
  'Ansvar og nivå',
  'Arbeidsform',
  'Arena',
  'Attraktiv og relevant',
  'Avslutt',
  'Barnehage',
  'Barnevern',
  'Der vi er',
  'Det vi får til',
  'Dialog',
  'Effektmål',
  'For lokalsamfunnet',
  'Forankring',
  'Forhold',
  'Fyll kartet',
  'Første steg',
  'Galleri',
  'Gapet',
  'Gapet og tiltak',
  'Gjort',
  'Gjort – lært – lurt',
  'Gruppe',
  'Helse',
  'Helse og omsorg',
  'I dag',
  'I dag først',
  'IGP: individ, gruppe, plenum',
  'Individ',
  'Informere',
  'Interessentkart',
  'Involvering',
  'Kultur',
  'Kultur og bibliotek',
  'Kunnskapsgrunnlag',
  'Les',
  'Likeverd',
  'Lokale mål',
  'Lurt',
  'Lært',
  'Mellomarbeid',
  'Motivasjon',
  'Mål',
  'Målhierarki',
  'Næringsliv',
  'Oppsummer i plenum',
  'Oppvekst',
  'Overlapp',
  'Par på tvers: politikk og administrasjon',
  'Pause',
  'Plasser',
  'Plenum',
  'Politikk',
  'Politisk nivå',
  'Prioriter',
  'Problem',
  'Prøve ut',
  'Reflektere',
  'Region og stat',
  'Resultatmål',
  'Roller',
  'Runde i gruppa',
  'SFO',
  'Samfunnsmål',
  'Samle i tema',
  'Samskape',
  'Samskaping i fire trinn',
  'Samtale i gruppa',
  'Sjekk',
  'Stem',
  'Tiltak',
  'Tiltakskart: nivå og fagområde',
  'Tom tavle',
  'Tommel',
  'Undre seg',
  'Ungdom',
  'Vedtakstekst',
  'Vi prøver',
  'Vi ser',
  'Vis fram',
];

/** And with English. */
const SAME_IN_ALL = ['Arena', 'Problem'];

const byName = TEMPLATES.map((template): [string, Template] => [template.id, template]);

describe('the gallery', () => {
  test('[T15] holds the whole first, then its three parts, then what helps with each and on the way, and the blank board last', () => {
    expect(TEMPLATES.map((template) => template.id)).toEqual([
      'hvor-er-vi-hvor-vil-vi',
      'hvor-er-vi',
      'hvor-vil-vi',
      'hvordan-kommer-vi-dit',
      'forankring',
      'interessentkart',
      'medvirkningstrapp',
      'verdiomrader',
      'malhierarki',
      'samskaping',
      'tiltakskart',
      'gjort-laert-lurt',
      'aksjonslaering',
      'igp',
      'mellomarbeid',
      'kommunegruppen',
      'tom-tavle',
    ]);
    expect(Object.isFrozen(TEMPLATES)).toBe(true);
  });

  test('[T15] a template is found by its id, and an unknown id finds none', () => {
    for (const template of TEMPLATES) expect(templateById(template.id)).toBe(template);
    expect(templateById('tavle-uten-navn')).toBeUndefined();
    expect(templateById(DEFAULT_TEMPLATE_ID)).toBe(wholeJourney);
  });
});

describe('the words', () => {
  test('[T16] nynorsk differs from bokmål, except in the words the two share', () => {
    // What is put together of two is looked at part by part.
    const parts = TEMPLATES.flatMap(wordsOf).flatMap(({ nb, nn }) => {
      const others = nn.split(' · ');
      return nb.split(' · ').map((part, place) => ({ nb: part, nn: others[place] }));
    });
    const same = parts.filter(({ nb, nn }) => nb === nn);
    expect([...new Set(same.map(({ nb }) => nb))].toSorted()).toEqual(SAME_IN_BOTH.toSorted());
  });

  test('[T16] English differs from both, except in the words all three share', () => {
    const same = TEMPLATES.flatMap(wordsOf).filter(({ nb, nn, en }) => en === nb || en === nn);
    expect([...new Set(same.map(({ en }) => en))].toSorted()).toEqual(SAME_IN_ALL);
  });

  test('[T16] no nynorsk text holds a common word that is bokmål only', () => {
    const bokmaal =
      /(?<!\p{L})(?:hva|hvor|hvem|hvordan|hvilke\p{L}*|ikke|en|dere|noen|fra|jeg|gjør|være|hver)(?!\p{L})/iu;
    expect(TEMPLATES.flatMap(wordsOf).filter(({ nn }) => bokmaal.test(nn))).toEqual([]);
  });
});

describe('the layouts', () => {
  test.each(byName)('[T17] %s gives a kind of zone the same tint as every other template', (_, { zones }) => {
    // What is of no kind of its own may have any.
    const kinds = zones.filter(({ kind }) => kind !== 'other');
    expect(kinds.map(({ id, tint }) => ({ id, tint }))).toEqual(
      kinds.map(({ id, kind }) => ({ id, tint: TINTS[kind] })),
    );
  });

  test.each(byName)('[T18] %s has room for 30 notes wherever people write on their own', (_, template) => {
    const open = new Set(phasesOf(template).flatMap((phase) => (phase.private ? phase.zones : [])));
    const cramped = template.zones.filter(({ box }) => roomForNotes(box).columns * roomForNotes(box).rows < 30);
    expect(cramped.map((zone) => zone.id).filter((id) => open.has(id))).toEqual([]);
  });

  test('[T19] the whole shows the way between today on the left and the desired situation on the right', () => {
    const [today, way, desired] = [wholeBox('current'), wholeBox('measures'), wholeBox('desired')];
    expect(today.x + today.w).toBeLessThan(way.x);
    expect(way.x + way.w).toBeLessThan(desired.x);
    expect(desired.y).toBeLessThan(today.y);
  });
});

describe('the phases', () => {
  test.each(byName)('[T20] every zone of %s is open for writing in some phase of each preset', (_, template) => {
    for (const preset of template.presets) {
      const open = new Set(preset.phases.flatMap((phase) => phase.zones));
      expect(template.zones.map((zone) => zone.id).filter((id) => !open.has(id))).toEqual([]);
    }
  });

  test('[T21] both orders of the whole hold the same phases and swap only today and desired', () => {
    const [todayFirst = [], desiredFirst = []] = wholeJourney.presets.map((preset) => preset.phases);
    const swapped = (id: string) => id.replace(/^(today|desired)/, (word) => (word === 'today' ? 'desired' : 'today'));
    expect(todayFirst).toHaveLength(10);
    expect(desiredFirst.map(({ id }) => id)).toEqual(todayFirst.map(({ id }) => swapped(id)));
    expect(desiredFirst.toSorted(byId)).toEqual(todayFirst.toSorted(byId));
  });
});

describe('the lists people pick from', () => {
  test('[T22] every template starts with the default lists, and one may always rather not say', () => {
    for (const { perspectives, levels, domains } of TEMPLATES) {
      expect(perspectives).toEqual(DEFAULT_PERSPECTIVES);
      expect(levels).toEqual(DEFAULT_LEVELS);
      expect(domains).toEqual(DEFAULT_DOMAINS);
    }
    expect(DEFAULT_PERSPECTIVES.at(-1)?.name.nb).toBe('Vil ikke si');
  });
});

function wholeBox(kind: ZoneKind): Box {
  const zone = wholeJourney.zones.find((one) => one.kind === kind);
  if (zone === undefined) throw new Error(`The whole has no zone of kind ${kind}.`);
  return zone.box;
}

function phasesOf(template: Template) {
  return template.presets.flatMap((preset) => preset.phases);
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id.localeCompare(other.id);
}

function wordsOf(template: Template): readonly Words[] {
  const { name, description, guide, zones, presets, perspectives, levels, domains } = template;
  const names = [...presets, ...phasesOf(template), ...perspectives, ...levels, ...domains].map((named) => named.name);
  return [
    name,
    description,
    ...(guide === null ? [] : [guide]),
    ...zones.flatMap(({ title, question }) => [title, question]),
    ...names,
  ];
}

test('[T28] the map of measures has a cell for each level and domain, and no cell names what is not there', () => {
  const template = TEMPLATES.find(({ id }) => id === 'tiltakskart');
  const cells = template?.zones.map(({ cell }) => cell) ?? [];
  expect(cells).toEqual(
    DEFAULT_LEVELS.flatMap((level) => DEFAULT_DOMAINS.map((domain) => ({ level: level.id, domain: domain.id }))),
  );
});
