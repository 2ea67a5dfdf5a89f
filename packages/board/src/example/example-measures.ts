/** What the example's group will do, and what it answers. */
import type { MeasureFields } from '@samtavla/protocol';
import { note, type ExampleNote } from './example-words.ts';

type ExampleMeasure = ExampleNote & {
  /** What it answers: a theme or a note, by how it begins in bokmål. */
  readonly answers: readonly string[];
  readonly fields: Pick<MeasureFields, 'status' | 'owner' | 'level' | 'domain' | 'role' | 'effect' | 'effort'>;
  /** From today on, so that the example does not grow old; null for none. */
  readonly dueInDays: number | null;
};

export const EXAMPLE_MEASURES: readonly ExampleMeasure[] = [
  {
    ...note(
      'ola',
      'Kulturskoletime i skoletiden, to dager i uka, på to skoler',
      'Kulturskuletime i skuletida, to dagar i veka, på to skular',
      'Culture-school lessons in school hours, two days a week, at two schools',
    ),
    answers: ['Der barna er'],
    fields: {
      status: 'agreed',
      owner: 'Ola',
      level: 'service',
      domain: 'childhood',
      role: 'school',
      effect: 4.6,
      effort: 3,
    },
    dueInDays: 120,
  },
  {
    ...note(
      'amina',
      'Fritidskortet kan brukes på kulturskolen, uten søknad',
      'Fritidskortet kan brukast på kulturskulen, utan søknad',
      'The leisure card can be used at the culture school, without applying',
    ),
    answers: ['Ingen må forklare'],
    fields: {
      status: 'started',
      owner: 'Amina',
      level: 'municipal-management',
      domain: 'health',
      role: 'health-and-care',
      effect: 4.2,
      effort: 1.5,
    },
    dueInDays: 45,
  },
  {
    ...note(
      'kari',
      'Felles planleggingsdag i august og januar',
      'Felles planleggingsdag i august og januar',
      'A shared planning day in August and January',
    ),
    answers: ['Lærerne våre'],
    fields: {
      status: 'agreed',
      owner: 'Kari',
      level: 'service',
      domain: 'culture',
      role: 'culture-school',
      effect: 3.4,
      effort: 1.2,
    },
    dueInDays: 75,
  },
  {
    ...note(
      'tor',
      'Åpent hus hver onsdag: kor, korps og kulturskole i samme rom',
      'Ope hus kvar onsdag: kor, korps og kulturskule i same rom',
      'Open house every Wednesday: choir, band and culture school in one room',
    ),
    answers: ['Kor, korps', 'Et rom som er åpent'],
    fields: {
      status: 'idea',
      owner: 'Tor',
      level: 'citizens',
      domain: 'culture',
      role: 'voluntary-sector',
      effect: 3.9,
      effort: 2.4,
    },
    dueInDays: null,
  },
  {
    ...note(
      'per',
      'Sak til kommunestyret: friplasser og skyss fra neste budsjett',
      'Sak til kommunestyret: friplassar og skyss frå neste budsjett',
      'A case for the council: free places and transport from the next budget',
    ),
    answers: ['Ingen må forklare'],
    fields: {
      status: 'agreed',
      owner: 'Per',
      level: 'political',
      domain: 'culture',
      role: 'politics',
      effect: 4.4,
      effort: 4.1,
    },
    dueInDays: 210,
  },
];
