import type { Phase, Preset, Template, Words, Zone } from './template.ts';

/** A small valid template for tests to break in one place at a time. */
export function sampleTemplate(change: Partial<Template> = {}): Template {
  return {
    id: 'sample',
    purpose: 'whole',
    name: sampleWords('Sample'),
    description: sampleWords('Made to be broken.'),
    guide: sampleWords('Break it in one place at a time.'),
    minutes: 30,
    people: { least: 2, most: 20 },
    zones: [sampleZone(), sampleZone({ id: 'right', box: { x: 1080, y: 0, w: 1000, h: 1000 } })],
    presets: [samplePreset([samplePhase()])],
    perspectives: [{ id: 'school', name: sampleWords('School') }],
    levels: [{ id: 'service', name: sampleWords('Service') }],
    domains: [{ id: 'culture', name: sampleWords('Culture') }],
    ...change,
  };
}

export function sampleZone(change: Partial<Zone> = {}): Zone {
  return {
    id: 'left',
    kind: 'current',
    title: sampleWords('Today'),
    question: sampleWords('What is it like?'),
    box: { x: 0, y: 0, w: 1000, h: 1000 },
    tint: 'blue',
    ...change,
  };
}

export function samplePreset(phases: readonly Phase[]): Preset {
  return { id: 'only', name: sampleWords('Only'), phases };
}

export function samplePhase(change: Partial<Phase> = {}): Phase {
  return {
    id: 'write',
    name: sampleWords('Write'),
    minutes: 30,
    zones: ['left'],
    private: true,
    vote: null,
    ...change,
  };
}

export function sampleWords(text: string): Words {
  return { nb: text, nn: text, en: text };
}
