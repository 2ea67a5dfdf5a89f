import { describe, expect, test } from 'vitest';
import { read } from './sources.ts';

const tints = read('packages/board/src/ui/tints.css');
const theme = read('packages/board/src/ui/theme.css');
const notes = read('packages/board/src/canvas/note/note.css');

/** Text of any size. WCAG 1.4.3. */
const READABLE = 4.5;

/** The colours that a piece of a style sheet gives names. */
const coloursIn = (css: string) =>
  new Map([...css.matchAll(/--([\w-]+):\s*(#[\da-f]{6})\b/gi)].map(([, name = '', colour = '']) => [name, colour]));

/** @returns by WCAG, from 1 to 21 */
function contrast(a: string, b: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
      const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
      return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].toSorted((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

const [light = '', dark = ''] = tints.split('@media (prefers-color-scheme: dark)');
/** What the design system's layer for it says, up to the next layer or query. */
const schemeOf = (name: 'light' | 'dark') =>
  (theme.split(`@layer ds.theme.color-scheme.${name}`)[1] ?? '').split(/@layer|@media/)[0] ?? '';

describe.each([
  ['light', coloursIn(light), coloursIn(schemeOf('light'))],
  ['dark', coloursIn(dark), coloursIn(schemeOf('dark'))],
] as const)('in the %s', (_name, own, general) => {
  const surfaces = [...own.keys()].filter((name) => name.endsWith('-surface'));
  const accent = general.get('ds-color-accent-text-subtle') ?? '';
  const subtle = general.get('ds-color-neutral-text-subtle') ?? '';

  test('[U66] there is a tint for every zone', () => {
    expect(surfaces).toHaveLength(7);
    expect(accent).toMatch(/^#/);
  });

  test.each(surfaces)('[U66] %s can be read on, in its own ink and in that of buttons', (name) => {
    const surface = own.get(name) ?? '';
    const ink = own.get(name.replace('-surface', '-ink')) ?? '';
    expect(contrast(ink, surface)).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(accent, surface)).toBeGreaterThanOrEqual(READABLE);
  });

  test.each(['paper', 'desk'])('[U66] %s can be read on', (name) => {
    expect(contrast(subtle, own.get(name) ?? '')).toBeGreaterThanOrEqual(READABLE);
  });
});

test('[U66] every note can be read, at both ends of its shade', () => {
  const papers = [...notes.matchAll(/\{[^}]*--paper-top:[^}]*\}/g)].map(([rule]) => coloursIn(rule));
  expect(papers).toHaveLength(7);
  for (const paper of papers) {
    const ink = paper.get('ink') ?? '';
    for (const end of ['paper-top', 'paper-bottom']) {
      expect(contrast(ink, paper.get(end) ?? '')).toBeGreaterThanOrEqual(READABLE);
    }
  }
});
