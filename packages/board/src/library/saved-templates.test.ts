import type { SavedTemplate, TemplateId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { emptyDraft, requestFor, titleOf } from './board-draft.ts';
import { asTemplate } from './saved-templates.ts';
import { templatesFor } from './shown-templates.ts';

const saved: SavedTemplate = {
  id: 'saved-1' as TemplateId,
  link: 'http://192.0.2.1/m/saved-1',
  name: 'Skolestart hos oss',
  description: 'Slik vi gjer det.',
  visibility: 'everyone',
  version: 3,
  savedAt: 1,
  things: 0,
  content: {
    locale: 'nn',
    guide: '',
    zones: [
      { kind: 'current', title: 'I dag', question: '', box: { x: 0, y: 0, w: 900, h: 900 }, tint: 'blue' },
      { kind: 'wise', title: 'Lurt', question: '', box: { x: 1000, y: 0, w: 900, h: 900 }, tint: 'yellow' },
    ],
    phases: [
      { name: 'Skriv', minutes: 20, zones: [1], private: true, closes: true, vote: null },
      { name: 'Snakk', minutes: null, zones: [], private: false, closes: false, vote: null },
    ],
    sectors: [],
    levels: [],
    domains: [],
    values: [],
  },
};

test('[U77] a saved template is shown as any other, in its one language, with its zones, phases and time', () => {
  const template = asTemplate(saved);
  expect(template).toMatchObject({ minutes: 20, guide: null, name: { nb: saved.name, en: saved.name } });
  expect(template.presets[0]?.phases[0]?.zones).toEqual([template.zones[1]?.id]);
  const wish = { time: null, group: null } as const;
  expect(templatesFor({ shelf: 'saved', ...wish }, 'saved-1', [template])).toEqual([template]);
  expect(templatesFor({ shelf: 'all', ...wish }, 'igp', [template])).toContain(template);
});

test('[U77] a board of it is asked for in the template’s language', () => {
  const draft = { ...emptyDraft('en'), template: 'saved-1' };
  const template = asTemplate(saved);
  expect(titleOf(draft, template)).toBe('Skolestart hos oss');
  expect(requestFor({ ...draft, locale: 'nn' }, template)).toMatchObject({ template: 'saved-1', locale: 'nn' });
});
