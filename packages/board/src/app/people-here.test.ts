import { expect, test } from 'vitest';
import type { Peer } from '../session/presence.ts';
import { peopleHere } from './people-here.ts';
import { perspectiveName } from './perspective-name.ts';

const peer = (id: string, person: string | null, name: string | null): Peer => ({
  id,
  person,
  name,
  perspective: {},
  role: 'participant',
  cursor: null,
  view: null,
  selected: [],
  saying: null,
  laser: false,
});
const me = { person: 'kari', name: 'Kari', perspective: { sector: 'school' }, role: 'facilitator' as const };
const names = (peers: Peer[], self = me) => peopleHere(self, peers, 'nb').map(({ name }) => name);

test('[U9] I come first, then the others by name in the page’s own alphabet', () => {
  expect(names([peer('1', 'åse', 'Åse'), peer('2', 'zara', 'Zara'), peer('3', 'bo', 'Bo')])).toEqual([
    'Kari',
    'Bo',
    'Zara',
    'Åse',
  ]);
});

test('[U9] a person with several tabs is one, I too', () => {
  expect(names([peer('1', 'bo', 'Bo'), peer('2', 'bo', 'Bo'), peer('3', 'kari', 'Kari')])).toEqual(['Kari', 'Bo']);
});

test('[U9] who leads in one of their tabs leads', () => {
  const leading = { ...peer('2', 'bo', 'Bo'), role: 'facilitator' as const };
  for (const tabs of [
    [leading, peer('3', 'bo', 'Bo')],
    [peer('3', 'bo', 'Bo'), leading],
  ])
    expect(peopleHere(me, tabs, 'nb').map(({ name, role }) => [name, role])).toEqual([
      ['Kari', 'facilitator'],
      ['Bo', 'facilitator'],
    ]);
});

test('[U9] on an anonymous board each tab counts, without a name', () => {
  const people = peopleHere(
    { person: null, name: null, perspective: {}, role: 'participant' },
    [peer('1', null, null), peer('2', null, null)],
    'nb',
  );
  expect(people.map(({ key, self }) => [key, self])).toEqual([
    ['me', true],
    ['1', false],
    ['2', false],
  ]);
});

test('[U9] a perspective is said in the board’s own words, as far as it was given', () => {
  const lists = { sectors: [{ id: 'school', name: 'Skole' }], levels: [{ id: 'service', name: 'Tjeneste' }] };
  expect(perspectiveName({ sector: 'school', level: 'service' }, lists)).toBe('Skole, Tjeneste');
  expect(perspectiveName({ level: 'service' }, lists)).toBe('Tjeneste');
  expect(perspectiveName({ sector: 'unknown' }, lists)).toBeNull();
});
