import type { BoardChange, RecordId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { changeLines } from './change-words.ts';
import { grouped } from './since.ts';

const NAMES = {
  levels: [{ id: 'service', name: 'Service' }],
  sectors: [],
  domains: [{ id: 'culture', name: 'Culture' }],
};
const change = (text: string, values: Partial<BoardChange> = {}): BoardChange => ({
  id: text as RecordId,
  text,
  isMeasure: false,
  isNew: false,
  wasNote: false,
  isReworded: false,
  moved: null,
  fields: [],
  ...values,
});
const WISH = { title: 'Wishes', kind: 'desired' } as const;
const TODAY = { title: 'Today', kind: 'current' } as const;
const done = { field: 'status', from: 'agreed', to: 'done' } as const;

test('[U90] each change is in one group, in the order a group asks in', () => {
  const changes = [
    change('note', { isNew: true }),
    change('reworded', { isReworded: true }),
    change('moved', { isReworded: true, moved: { from: TODAY, to: WISH } }),
    change('measure', { isMeasure: true, isNew: true }),
    change('became', { isMeasure: true, wasNote: true, moved: { from: WISH, to: null } }),
    change('owned', { isMeasure: true, fields: [{ field: 'owner', from: null, to: 'Kari' }] }),
    change('came true', { moved: { from: WISH, to: TODAY } }),
    change('done', { isMeasure: true, isNew: true, fields: [done], moved: { from: WISH, to: TODAY } }),
  ];
  expect(grouped(changes).map(({ group, changes: each }) => [group, ...each.map(({ text }) => text)])).toEqual([
    ['done', 'done'],
    ['come-true', 'came true'],
    ['measures', 'owned'],
    ['new-measures', 'measure', 'became'],
    ['moved', 'moved'],
    ['reworded', 'reworded'],
    ['new-notes', 'note'],
  ]);
  expect(grouped([])).toEqual([]);
});

test('[U90] a change is said by the names of the lists, and what is no longer on them is said to be so', () => {
  const fields = [
    done,
    { field: 'owner', from: null, to: 'Kari' },
    { field: 'due', from: '2027-03-12', to: null },
    { field: 'level', from: 'gone', to: 'service' },
    { field: 'effect', from: 2, to: 4.5 },
  ] as const;
  const all = { isMeasure: true, isReworded: true, moved: { from: WISH, to: null }, fields: [...fields] };
  expect(changeLines(change('one', all), NAMES)).toEqual([
    'The text has changed',
    'Moved from “Wishes” to “Outside the zones”',
    'Status: from Agreed to Done',
    'Owner: Kari',
    'Due date: Mar 12, 2027 was taken away',
    'Level: from something no longer on the list to Service',
    'Effect: from 2 to 4.5',
  ]);
});

test('[U90] of a measure that is new its fields are told as they are', () => {
  const fields = [{ field: 'status', from: 'idea', to: 'agreed' } as const];
  expect(changeLines(change('one', { isMeasure: true, isNew: true, fields }), NAMES)).toEqual(['Status: Agreed']);
  expect(changeLines(change('one', { isMeasure: true, wasNote: true, fields }), NAMES)).toEqual([
    'Was made a measure',
    'Status: Agreed',
  ]);
});
