import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineTemplate } from './define-template.ts';
import { samplePhase, samplePreset, sampleTemplate, sampleWords, sampleZone } from './sample-template.ts';
import { LOCALES, type Box, type Locale, type Phase, type Template, type Words } from './template.ts';

describe('words', () => {
  const places: readonly [place: string, breakIt: (words: Words) => Template][] = [
    ['name', (name) => sampleTemplate({ name })],
    ['description', (description) => sampleTemplate({ description })],
    ['guide', (guide) => sampleTemplate({ guide })],
    ['title of zone "left"', (title) => sampleTemplate({ zones: [sampleZone({ title })] })],
    ['question of zone "left"', (question) => sampleTemplate({ zones: [sampleZone({ question })] })],
    ['name of preset "only"', (name) => sampleTemplate({ presets: [{ ...samplePreset([samplePhase()]), name }] })],
    ['name of phase "write" in preset "only"', (name) => withPhase({ name })],
    ['name of perspective "school"', (name) => sampleTemplate({ perspectives: [{ id: 'school', name }] })],
    ['name of level "service"', (name) => sampleTemplate({ levels: [{ id: 'service', name }] })],
    ['name of domain "culture"', (name) => sampleTemplate({ domains: [{ id: 'culture', name }] })],
  ];

  test.each(places)('[T1] refuses a %s that is blank or missing in any language', (place, breakIt) => {
    for (const locale of LOCALES) {
      const sentence = `Template "sample": the ${place} needs a text in ${locale}.`;
      expect(() => defineTemplate(breakIt({ ...sampleWords('Text'), [locale]: ' \n' }))).toThrow(sentence);
      expect(() => defineTemplate(breakIt(without(locale)))).toThrow(sentence);
    }
  });
});

describe('ids', () => {
  const one = { id: 'same', name: sampleWords('One') };
  const form = 'must be lower-case letters a-z, digits and single hyphens between them, but is';

  test('[T2] accepts lower-case letters, digits and hyphens between them', () => {
    const safe = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    fc.assert(
      fc.property(safe, (id) => {
        expect(defineTemplate(sampleTemplate({ id })).id).toBe(id);
      }),
    );
  });

  test.each(['', 'Upper', 'blåbær', 'two words', '-start', 'end-', 'a--b', 'a/b', 'a\n'])(
    '[T2] refuses the id %j, in every place that has ids',
    (id) => {
      const places: readonly [place: string, template: Template][] = [
        ['id', sampleTemplate({ id })],
        ['id of zone', sampleTemplate({ zones: [sampleZone({ id })] })],
        ['id of preset', sampleTemplate({ presets: [{ ...samplePreset([samplePhase()]), id }] })],
        ['id of phase in preset "only"', withPhase({ id })],
        ['id of perspective', sampleTemplate({ perspectives: [{ ...one, id }] })],
        ['id of level', sampleTemplate({ levels: [{ ...one, id }] })],
        ['id of domain', sampleTemplate({ domains: [{ ...one, id }] })],
      ];
      for (const [place, template] of places) {
        const sentence = `Template "${template.id}": the ${place} ${form} "${id}".`;
        expect(() => defineTemplate(template)).toThrow(sentence);
      }
    },
  );

  test.each<[place: string, template: Template]>([
    ['id of zone', sampleTemplate({ zones: [sampleZone({ id: 'same' }), sampleZone({ id: 'same' })] })],
    [
      'id of preset',
      sampleTemplate({
        presets: [
          { ...one, phases: [] },
          { ...one, phases: [] },
        ],
      }),
    ],
    ['id of phase in preset "only"', withPhases([samplePhase({ id: 'same' }), samplePhase({ id: 'same' })])],
    ['id of perspective', sampleTemplate({ perspectives: [one, one] })],
    ['id of level', sampleTemplate({ levels: [one, one] })],
    ['id of domain', sampleTemplate({ domains: [one, one] })],
  ])('[T3] refuses an %s used twice', (place, template) => {
    const sentence = `Template "sample": the ${place} must be unique, but "same" is used twice.`;
    expect(() => defineTemplate(template)).toThrow(sentence);
  });

  test('[T3] two presets may have phases with the same id', () => {
    const [first, second] = [samplePreset([samplePhase()]), { ...samplePreset([samplePhase()]), id: 'other' }];
    expect(defineTemplate(sampleTemplate({ presets: [first, second] })).presets).toHaveLength(2);
  });
});

describe('zones', () => {
  test.each<[rule: string, box: Partial<Box>]>([
    ['must be four finite numbers', { x: Number.NaN }],
    ['must be four finite numbers', { h: Number.POSITIVE_INFINITY }],
    ['must have a positive width and height', { w: 0 }],
    ['must have a positive width and height', { h: -1000 }],
    ['must stand on the grid of 20', { y: 10 }],
    ['must stand on the grid of 20', { w: 1000.5 }],
    ['must have room for 4 notes below the heading, but has for 3', { w: 680, h: 380 }],
    ['must have room for 4 notes below the heading, but has for 2', { w: 440, h: 600 }],
  ])('[T4] refuses a box: it %s (%j)', (rule, change) => {
    const zone = sampleZone({ box: { ...sampleZone().box, ...change } });
    expect(() => defineTemplate(sampleTemplate({ zones: [zone] }))).toThrow(
      `Template "sample": the box of zone "left" ${rule}.`,
    );
  });

  test('[T4] accepts the smallest box with room for four notes', () => {
    const zone = sampleZone({ box: { x: -40, y: 0, w: 460, h: 600 } });
    expect(defineTemplate(sampleTemplate({ zones: [zone] })).zones).toHaveLength(1);
  });

  test('[T5] two zones pass exactly when some straight strip of 40 units lies between them', () => {
    const places = fc.integer({ min: -60, max: 60 }).map((step) => step * 20);
    fc.assert(
      fc.property(places, places, (x, y) => {
        const zones = [sampleZone(), sampleZone({ id: 'right', box: { x, y, w: 1000, h: 1000 } })];
        const apart = Math.abs(x) >= 1040 || Math.abs(y) >= 1040;
        expect(refusal(sampleTemplate({ zones }))).toBe(
          apart ? null : 'Template "sample": the zones "left" and "right" must stand at least 40 apart.',
        );
      }),
    );
  });

  test.each(LOCALES)('[T6] refuses a heading too long for the zone, in %s', (locale) => {
    const box = { x: 0, y: 0, w: 460, h: 600 };
    const title = (length: number) => sampleZone({ box, title: { ...sampleWords('T'), [locale]: 'm'.repeat(length) } });
    const question = (length: number) =>
      sampleZone({ box, question: { ...sampleWords('Q'), [locale]: 'm'.repeat(length) } });

    expect(() => defineTemplate(sampleTemplate({ zones: [title(14)] }))).not.toThrow();
    expect(() => defineTemplate(sampleTemplate({ zones: [title(15)] }))).toThrow(
      `the title of zone "left" in ${locale} must be at most 14 characters to fit the zone's width, but is 15.`,
    );
    expect(() => defineTemplate(sampleTemplate({ zones: [question(56)] }))).not.toThrow();
    expect(() => defineTemplate(sampleTemplate({ zones: [question(57)] }))).toThrow(
      `the question of zone "left" in ${locale} must be at most 56 characters to fit the zone's width, but is 57.`,
    );
  });

  test('[T7] refuses a purpose, a kind and a tint it does not know', () => {
    // What a saved template may hold after a later version has written it.
    const unknown = 'sideways' as never;
    expect(() => defineTemplate(sampleTemplate({ purpose: unknown }))).toThrow(
      'Template "sample": the purpose is not known: "sideways".',
    );
    expect(() => defineTemplate(sampleTemplate({ zones: [sampleZone({ kind: unknown })] }))).toThrow(
      'Template "sample": the kind of zone "left" is not known: "sideways".',
    );
    expect(() => defineTemplate(sampleTemplate({ zones: [sampleZone({ tint: unknown })] }))).toThrow(
      'Template "sample": the tint of zone "left" is not known: "sideways".',
    );
  });
});

describe('phases', () => {
  const name = 'phase "write" in preset "only"';

  test('[T8] refuses a template without a preset', () => {
    expect(() => defineTemplate(sampleTemplate({ presets: [] }))).toThrow(
      'Template "sample": the presets must hold at least one.',
    );
  });

  test('[T9] refuses a phase that names a zone there is not, or names one twice', () => {
    expect(() => defineTemplate(withPhase({ zones: ['left', 'attic'] }))).toThrow(
      `Template "sample": the zones of ${name} must exist, but "attic" does not.`,
    );
    expect(() => defineTemplate(withPhase({ zones: ['left', 'left'] }))).toThrow(
      `Template "sample": the zones of ${name} must be named once each.`,
    );
  });

  test('[T10] refuses a private phase with nowhere to write', () => {
    expect(() => defineTemplate(withPhase({ zones: [] }))).toThrow(
      `Template "sample": the ${name} is private, so it must open at least one zone to write in.`,
    );
  });

  test.each([0, -5, 7.5, Number.NaN, Number.POSITIVE_INFINITY])('[T11] refuses %d minutes', (minutes) => {
    const rule = `must be a positive whole number, or null for no clock, but is ${minutes}.`;
    expect(() => defineTemplate(withPhase({ minutes }))).toThrow(`Template "sample": the minutes of ${name} ${rule}`);
    expect(() => defineTemplate(sampleTemplate({ minutes }))).toThrow(`Template "sample": the minutes ${rule}`);
  });

  test("[T12] a preset's minutes add up to the template's, phases without a clock aside", () => {
    const clocks = fc.array(fc.option(fc.integer({ min: 1, max: 90 })), { maxLength: 8 });
    fc.assert(
      fc.property(clocks, (minutes) => {
        const phases = minutes.map((length, index) => samplePhase({ id: `phase-${index}`, minutes: length }));
        const sum = minutes.reduce<number>((total, length) => total + (length ?? 0), 0);
        const presets = [samplePreset(phases)];
        expect(() => defineTemplate(sampleTemplate({ minutes: sum || null, presets }))).not.toThrow();
        expect(() => defineTemplate(sampleTemplate({ minutes: sum + 1, presets }))).toThrow(
          `the minutes of preset "only" must add up to the template's ${sum + 1}, but add up to ${sum || 'null'}.`,
        );
      }),
    );
  });

  test('[T12] refuses clocks in a template without one', () => {
    expect(() => defineTemplate(sampleTemplate({ minutes: null }))).toThrow(
      'Template "sample": the minutes of preset "only" must add up to the template\'s null, but add up to 30.',
    );
  });

  test.each([
    [{ dots: 0, most: 1 }, 'must give at least one whole dot, but gives 0'],
    [{ dots: 1.5, most: 1 }, 'must give at least one whole dot, but gives 1.5'],
    [{ dots: 3, most: 0 }, 'must allow at least one whole dot on a note, but allows 0'],
    [{ dots: 3, most: 4 }, 'must not allow more dots on a note (4) than a person has (3)'],
  ])('[T13] refuses the vote %j', (vote, rule) => {
    expect(() => defineTemplate(withPhase({ vote }))).toThrow(`Template "sample": the vote of ${name} ${rule}.`);
  });
});

test('[T13] a vote by fingers or by effect and effort has no dots', () => {
  for (const kind of ['fingers', 'rating'] as const)
    expect(
      defineTemplate(sampleTemplate({ presets: [samplePreset([samplePhase({ vote: { kind } })])] })).presets,
    ).toHaveLength(1);
});

describe('the defined template', () => {
  test('[T14] is a copy, frozen all the way down, and the original is left alone', () => {
    const original = sampleTemplate({ presets: [samplePreset([samplePhase({ vote: { dots: 3, most: 1 } })])] });
    const defined = defineTemplate(original);

    expect(defined).toEqual(original);
    expect(unfrozenParts(defined)).toEqual([]);
    expect(Object.isFrozen(original.zones)).toBe(false);
  });
});

/** The sentence a template is refused with; null when it is accepted. */
function refusal(template: Template): string | null {
  try {
    defineTemplate(template);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function withPhases(phases: readonly Phase[]): Template {
  return sampleTemplate({ presets: [samplePreset(phases)] });
}

function withPhase(change: Partial<Phase>): Template {
  return withPhases([samplePhase(change)]);
}

/** Words as they may come out of storage, one language short. */
function without(locale: Locale): Words {
  const words: Partial<Record<Locale, string>> = { ...sampleWords('Text') };
  delete words[locale];
  return words as Words;
}

function unfrozenParts(value: unknown, path = 'template'): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => unfrozenParts(part, `${path}.${key}`));
  return Object.isFrozen(value) ? inner : [path, ...inner];
}

describe('a group', () => {
  test.each([
    [{ least: 0, most: 4 }, 'from 0 to 4'],
    [{ least: 5, most: 4 }, 'from 5 to 4'],
    [{ least: 2.5, most: null }, 'from 2.5 to null'],
  ])('[T26] refuses a template for %j', (people, said) => {
    expect(() => defineTemplate(sampleTemplate({ people }))).toThrow(
      `Template "sample": the people must be from one whole number to a greater, but are ${said}.`,
    );
  });

  test('[T26] accepts any number, or exactly one', () => {
    for (const people of [
      { least: 1, most: null },
      { least: 4, most: 4 },
    ])
      expect(() => defineTemplate(sampleTemplate({ people }))).not.toThrow();
  });
});

describe('standing notes', () => {
  const withStanding = (zone: string, text: Words) =>
    sampleTemplate({ presets: [{ ...samplePreset([samplePhase()]), standing: [{ zone, text }] }] });

  test('[T27] stand in a zone of the template, with a text in each language', () => {
    expect(() => defineTemplate(withStanding('left', sampleWords('Stands fast')))).not.toThrow();
    expect(() => defineTemplate(withStanding('attic', sampleWords('Stands fast')))).toThrow(
      'Template "sample": the standing notes of preset "only" must stand in zones, but "attic" is none.',
    );
    expect(() => defineTemplate(withStanding('left', { ...sampleWords('Stands fast'), nn: ' ' }))).toThrow(
      'Template "sample": the standing note of zone "left" in preset "only" needs a text in nn.',
    );
  });
});
