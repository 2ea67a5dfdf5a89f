import { expect, test } from 'vitest';
import { literalTexts } from './literal-text.ts';

const components = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true });

test('[I5] no component holds a text of its own', () => {
  const found = Object.entries(components).flatMap(([path, source]) =>
    literalTexts(path, source).map((text) => `${path}: ${text}`),
  );
  expect(Object.keys(components).length).toBeGreaterThan(20);
  expect(found).toEqual([]);
});

test.each([
  ['a text between tags', 'const a = <p>Lagret</p>;', ['Lagret']],
  ['a text in a fragment', 'const a = <>Hei {name}</>;', ['Hei']],
  ['a string in braces', "const a = <p>{'Lagret'}</p>;", ['Lagret']],
  ['either side of a choice', "const a = <p>{ok ? 'Ja' : `Nei, ${name}`}</p>;", ['Ja', 'Nei, ']],
  ['a text shown on a condition', "const a = <p>{ok && 'Ferdig'}</p>;", ['Ferdig']],
  ['a name for screen readers', 'const a = <button aria-label="Lukk" />;', ['Lukk']],
  ['a placeholder in braces', "const a = <input placeholder={'Skriv her'} />;", ['Skriv her']],
  ['a title given to a component', 'const a = <Modal title="Del" />;', ['Del']],
])('[I5] %s is found', (_, source, texts) => {
  expect(literalTexts('planted.tsx', source)).toEqual(texts);
});

test('[I5] classes, variants, signs and messages are no texts', () => {
  const source = 'const a = <p className="lead" data-size="sm">{m.saved()} · {count} + <img alt="" /></p>;';
  expect(literalTexts('planted.tsx', source)).toEqual([]);
});
