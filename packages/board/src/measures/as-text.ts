/** The measures as words to be pasted elsewhere, column by column as the table has them. */
import * as m from '../i18n/generated/messages.js';
import { statusName, type MeasureNames } from '../i18n/measure-words.ts';
import type { TextForm } from '../outline/as-text.ts';
import { writeCells } from '../ui/cells.ts';
import type { ListedMeasure } from './measure-list.ts';

/** The columns of a table of measures that is copied or pasted, in order. */
export const COLUMNS = ['text', 'status', 'owner', 'due', 'level', 'domain', 'role', 'effect', 'effort'] as const;
export type Column = (typeof COLUMNS)[number];

export const COLUMN_NAMES: Readonly<Record<Column, typeof m.measure>> = {
  text: m.measure,
  status: m.measure_status,
  owner: m.measure_owner,
  due: m.measure_due,
  level: m.measure_level,
  domain: m.measure_domain,
  role: m.measure_role,
  effect: m.rating_effect,
  effort: m.rating_effort,
};

export function measuresAsText(measures: readonly ListedMeasure[], form: TextForm, names: MeasureNames): string {
  const rows = measures.map((one) => COLUMNS.map((column) => cellOf(one, column, names)));
  const head = COLUMNS.map((column) => COLUMN_NAMES[column]());
  switch (form) {
    case 'cells':
      return writeCells([head, ...rows]);
    case 'markdown':
      return [head, head.map(() => '---'), ...rows.map((row) => row.map(inMarkdown))]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n');
    case 'text':
      return rows
        .map(([text = '', ...rest]) =>
          [
            `- ${text.replaceAll('\n', '\n  ')}`,
            ...rest.flatMap((value, place) => (value === '' ? [] : [`  ${head[place + 1]}: ${value}`])),
          ].join('\n'),
        )
        .join('\n');
  }
}

const inMarkdown = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`).replaceAll('\n', '<br>');

/** A day as it is stored, which every spreadsheet knows. */
export function cellOf({ text, measure }: ListedMeasure, column: Column, names: MeasureNames): string {
  const named = (list: MeasureNames['levels'], id: string | null) => list.find((one) => one.id === id)?.name ?? '';
  switch (column) {
    case 'text':
      return text.trim();
    case 'status':
      return statusName(measure.status);
    case 'level':
      return named(names.levels, measure.level);
    case 'domain':
      return named(names.domains, measure.domain);
    case 'role':
      return named(names.sectors, measure.role);
    case 'owner':
    case 'due':
      return measure[column] ?? '';
    case 'effect':
    case 'effort':
      return measure[column] === null ? '' : String(measure[column]);
  }
}
