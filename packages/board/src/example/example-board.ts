/** The example's documents: written as people write, by the outline's own commands, and never seen by a server. */
import {
  addZone,
  newZoneId,
  stampLayout,
  writePlanFacts,
  type ParticipantId,
  type PlanFacts,
  type RecordId,
} from '@samtavla/protocol';
import { templateById, type Locale, type Template, type Words } from '@samtavla/templates';
import * as Y from 'yjs';
import { historyOver } from '../binding/history.ts';
import { today } from '../i18n/measure-words.ts';
import { addNote, makeTheme } from '../outline/commands.ts';
import type { Hand } from '../outline/hand.ts';
import { addMeasure } from '../outline/measure-commands.ts';
import { EXAMPLE_MEASURES } from './example-measures.ts';
import { EXAMPLE_TEMPLATE, EXAMPLE_TITLE, EXAMPLE_ZONES, PEOPLE, type ExampleNote } from './example-words.ts';

export type ExampleBoard = { readonly plan: Y.Doc; readonly canvas: Y.Doc };

export function exampleBoard(locale: Locale): ExampleBoard {
  const board = { plan: new Y.Doc(), canvas: new Y.Doc() };
  stampLayout(board.canvas);
  const zones = writePlan(board.plan, locale);
  const history = historyOver([]);
  const handOf = (by: ExampleNote['by']): Hand => ({
    plan: { doc: board.plan, writable: false },
    canvas: { doc: board.canvas, writable: true },
    history,
    author: { id: by as string as ParticipantId, name: PEOPLE[by].name },
    perspective: { sector: PEOPLE[by].sector },
  });
  /** What stands there already, by how it begins in bokmål. */
  const written: { readonly nb: string; readonly id: RecordId }[] = [];
  const keep = (text: Words, id: RecordId | null) => {
    if (id !== null) written.push({ nb: text.nb, id });
  };
  for (const { zone: key, themes, notes } of EXAMPLE_ZONES) {
    const zone = zones.get(key) ?? null;
    const write = ({ by, text }: ExampleNote, theme: RecordId | null) =>
      keep(
        text,
        addNote(handOf(by), {
          group: theme === null ? { zone } : { theme },
          text: text[locale],
          colour: PEOPLE[by].colour,
        }),
      );
    for (const { title, notes: gathered } of themes) {
      const theme = makeTheme(handOf('siri'), { zone, title: title[locale] });
      keep(title, theme);
      for (const one of gathered) write(one, theme);
    }
    for (const one of notes) write(one, null);
  }
  for (const { by, text, answers, fields, dueInDays } of EXAMPLE_MEASURES)
    addMeasure(handOf(by), {
      group: { zone: zones.get('way') ?? null },
      text: text[locale],
      fields: { ...fields, due: dueInDays === null ? null : dayIn(dueInDays) },
      answers: answers.flatMap((begins) => written.find(({ nb }) => nb.startsWith(begins))?.id ?? []),
    });
  return board;
}

function dayIn(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return today(day);
}

function writePlan(doc: Y.Doc, locale: Locale): ReadonlyMap<string, RecordId> {
  const template = templateById(EXAMPLE_TEMPLATE) as Template;
  const zones = new Map(template.zones.map(({ id }, order) => [id, newZoneId(order)]));
  writePlanFacts(doc, factsOf(template, locale));
  for (const [order, { id, title, question, ...zone }] of template.zones.entries())
    addZone(doc, { ...zone, id: zones.get(id) as RecordId, title: title[locale], question: question[locale], order });
  return zones;
}

function factsOf({ id, perspectives, levels, domains }: Template, locale: Locale): PlanFacts {
  const named = (choices: Template['levels']) =>
    choices.map((choice) => ({ id: choice.id, name: choice.name[locale] }));
  return {
    title: EXAMPLE_TITLE[locale],
    locale,
    template: id,
    preset: '',
    anonymous: false,
    guide: '',
    sectors: named(perspectives),
    levels: named(levels),
    domains: named(domains),
    values: [],
    phases: [],
  };
}
