import {
  addMeasure,
  addNote,
  addTheme,
  addZone,
  linkAnswer,
  recordsOf,
  type RecordMap,
  type MeasureFields,
  type PlanZone,
  type RecordId,
} from '@samtavla/protocol';
import { expect, test } from 'vitest';
import { papers, zoneCalled } from '../outline/a-board.ts';
import { readOutline } from '../outline/follow-outline.ts';
import { goalsIn, measuresUnder, type Goal } from './goals.ts';
import { looseEnds } from './loose-ends.ts';
import { matrixOf } from './matrix.ts';
import { answerableIn, measuresIn } from './measure-list.ts';
import { sorted } from './sorted.ts';

const WISHES: PlanZone = { ...zoneCalled('wishes', 0), kind: 'desired' };
const WAY: PlanZone = { ...zoneCalled('way', 1), kind: 'measures' };
const CELL: PlanZone = { ...zoneCalled('cell', 2), kind: 'measures', cell: { level: 'service', domain: 'health' } };
const LISTS = {
  levels: [
    { id: 'service', name: 'Tjeneste' },
    { id: 'political', name: 'Politisk nivå' },
  ],
  domains: [
    { id: 'culture', name: 'Kultur' },
    { id: 'health', name: 'Helse' },
  ],
};

function board() {
  const docs = papers([WISHES, WAY]);
  addZone(docs.plan, CELL);
  let row = 0;
  const at = () => [20, (row += 220)] as const;
  return {
    outline: () => readOutline(docs),
    wish: (text: string, theme?: RecordId) =>
      addNote(docs.canvas, { text, zone: WISHES, at: at(), ...(theme !== undefined && { theme }) }),
    theme: (title: string) => addTheme(docs.canvas, { title, zone: WISHES, at: at() }),
    measure: (text: string, fields: Partial<MeasureFields> = {}, answers: readonly RecordId[] = [], zone = WAY) =>
      addMeasure(docs.canvas, { text, zone, at: at(), answers }, fields),
  };
}

const textsOf = (all: readonly { readonly text: string }[]) => all.map(({ text }) => text);

test('[U84] measures and what they may answer are listed as the board is read; a zone that is a cell says its level and domain', () => {
  const { outline, wish, measure } = board();
  wish('Alle får spille');
  wish('  ');
  measure('Lån ut flygelet', { domain: 'culture' });
  measure('Åpne huset', { domain: 'culture' }, [], CELL);
  expect(measuresIn(outline()).map(({ text, measure: { level, domain } }) => [text, level, domain])).toEqual([
    ['Lån ut flygelet', null, 'culture'],
    ['Åpne huset', 'service', 'health'],
  ]);
  expect(textsOf(answerableIn(outline()))).toEqual(['Alle får spille']);
});

test('[U84] the matrix has every cell, and «without» where something is', () => {
  const { outline, measure } = board();
  measure('Vedta', { level: 'political', domain: 'culture' });
  const whole = () =>
    matrixOf(measuresIn(outline()), LISTS, { level: 'Uten', domain: 'Uten' }).rows.map(({ heading, cells }) => [
      heading.name,
      ...cells.map(textsOf),
    ]);
  expect(whole()).toEqual([
    ['Tjeneste', [], []],
    ['Politisk nivå', ['Vedta'], []],
  ]);
  measure('Spør', { level: 'gone', domain: 'health' });
  expect(whole()).toEqual([
    ['Tjeneste', [], []],
    ['Politisk nivå', ['Vedta'], []],
    ['Uten', [], ['Spør']],
  ]);
});

test('[U84] loose ends: wishes without a measure, measures without a reason, agreed ones without who or when, and what is late', () => {
  const { outline, wish, theme, measure } = board();
  const answered = wish('Alle får spille');
  wish('Noen bryr seg');
  const rooms = theme('Rom');
  wish('Et rom som er åpent', rooms);
  const stage = theme('Scene');
  const small = wish('Små scener', stage);
  measure('Lån ut', { status: 'started', owner: 'Kari', due: '2027-01-01' }, [answered]);
  measure('Åpne', { status: 'agreed', owner: 'Ola' }, [rooms, small]);
  measure('Mal veggene', {}, ['gone' as RecordId]);
  measure('Lagt bort', { status: 'dropped', due: '2020-01-01' });
  measure('Ferdig', { status: 'done', due: '2020-01-01' }, [answered]);
  const ends = looseEnds(outline(), '2027-01-02');
  expect({
    unanswered: textsOf(ends.unanswered),
    groundless: textsOf(ends.groundless),
    unowned: textsOf(ends.unowned),
    late: textsOf(ends.late),
  }).toEqual({ unanswered: ['Noen bryr seg'], groundless: ['Mal veggene'], unowned: ['Åpne'], late: ['Lån ut'] });
  expect(looseEnds(outline(), '2027-01-01').late).toEqual([]);
});

test('[U85] goals stand over what answers them, measures at the end; what reaches a goal by way of another counts, and a ring does not end it all', () => {
  const docs = papers([WISHES, WAY]);
  let row = 0;
  const wish = (text: string, ...answers: RecordId[]) =>
    addNote(docs.canvas, { text, zone: WISHES, at: [20, (row += 220)], answers });
  const effect = wish('Effektmål');
  const local = wish('Lokalt mål', effect);
  const alone = wish('Alene');
  addMeasure(docs.canvas, { text: 'Lån ut', zone: WAY, at: [20, 200], answers: [local, effect] });
  const ring = wish('Ring');
  const back = wish('Tilbake', ring);
  linkAnswer(recordsOf(docs.canvas).get(ring) as RecordMap, back, true);
  const told = (goals: readonly Goal[]): unknown[] => goals.map(({ text, below }) => [text, ...told(below)]);
  const goals = goalsIn(readOutline(docs));
  expect(told(goals)).toEqual([
    ['Effektmål', ['Lokalt mål', ['Lån ut']], ['Lån ut']],
    ['Alene'],
    ['Ring', ['Tilbake']],
    ['Tilbake', ['Ring']],
  ]);
  expect(goals.map((goal) => measuresUnder(goal).size)).toEqual([1, 0, 0, 0]);
  const { unanswered } = looseEnds(readOutline(docs), '2027-01-01');
  expect(unanswered.map(({ id }) => id)).toEqual([alone, ring, back]);
});

test('[U84] they are sorted by a column as it is listed, what lacks a value last', () => {
  const { outline, measure } = board();
  measure('Å', { owner: 'Ola', effect: 2, level: 'political', due: '2027-05-01' });
  measure('B', { effect: 5, status: 'done' });
  measure('A', { owner: 'Kari', level: 'service', due: '2026-12-31' });
  const by = (key: Parameters<typeof sorted>[1]) =>
    textsOf(sorted(measuresIn(outline()), key, { ...LISTS, locale: 'nb' })).join('');
  expect((['text', 'owner', 'due', 'status', 'level', 'effect'] as const).map(by)).toEqual([
    'ABÅ',
    'AÅB',
    'AÅB',
    'ÅAB',
    'AÅB',
    'BÅA',
  ]);
});
