import { expect, test } from 'vitest';
import { initials } from './initials.ts';
import { personTint } from './person-tint.ts';

test.each([
  ['Kari Nordmann', 'KN'],
  ['kari', 'K'],
  ['Åse  Marie Ødegård', 'ÅØ'],
  ['Anne-Grethe', 'AG'],
  ['Ola (Skole)', 'OS'],
  ['Gruppe 4', 'G4'],
  ['  ', ''],
  ['🙂', ''],
])('[U10] the initials of «%s» are «%s»', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('[U10] a person has the same colour everywhere, and who has no name is grey', () => {
  expect(personTint('Kari')).toBe(personTint('Kari'));
  expect(new Set(['Kari', 'Ola', 'Åse', 'Bo', 'Zara', 'Per'].map(personTint)).size).toBeGreaterThan(2);
  expect(personTint(null)).toBe('grey');
});
