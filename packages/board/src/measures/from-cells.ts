/** Measures out of a spreadsheet's cells, with what could not be read told. Pure. */
import { dayOf, LIMITS, MEASURE_STATUSES, SCALE, type MeasureFields, type NamedChoice } from '@samtavla/protocol';
import { LOCALES } from '@samtavla/templates';
import { statusName, type MeasureNames } from '../i18n/measure-words.ts';
import { readCells } from '../ui/cells.ts';
import { COLUMN_NAMES, COLUMNS, type Column } from './as-text.ts';

export type FoundMeasure = { readonly text: string; readonly fields: Partial<MeasureFields> };

export type Found = {
  readonly measures: readonly FoundMeasure[];
  /** Headings of columns that are none of ours. */
  readonly unknown: readonly string[];
  /** Values that are not what their column asks for. */
  readonly unread: readonly string[];
};

/** A first row that names our columns, in whichever language, says which is which; without one they are in our own order. */
export function measuresFromCells(text: string, names: MeasureNames): Found {
  const rows = readCells(text);
  const [first = []] = rows;
  const headings = first.map(columnCalled);
  const isHead =
    headings.includes('text') && headings.filter((column) => column !== null).length >= Math.min(2, first.length);
  const columns = isHead ? headings : COLUMNS;
  const unread: string[] = [];
  const measures = rows.slice(isHead ? 1 : 0).flatMap((row) => {
    const at = (column: Column) => (row[columns.indexOf(column)] ?? '').trim();
    if (at('text') === '') return [];
    const fields: Record<string, unknown> = {};
    for (const column of COLUMNS) {
      const written = at(column);
      if (column === 'text' || written === '' || !columns.includes(column)) continue;
      const value = valueOf(column, written, names);
      if (value === null) unread.push(written);
      else fields[column] = value;
    }
    return [{ text: at('text'), fields }];
  });
  const unknown = isHead ? first.filter((heading, place) => headings[place] === null && heading.trim() !== '') : [];
  return { measures, unknown, unread };
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

const columnCalled = (heading: string): Column | null =>
  COLUMNS.find((column) => LOCALES.some((locale) => same(heading, COLUMN_NAMES[column]({}, { locale })))) ?? null;

function valueOf(column: Exclude<Column, 'text'>, written: string, names: MeasureNames): string | number | null {
  const idIn = (list: readonly NamedChoice[]) => list.find(({ name }) => same(name, written))?.id ?? null;
  switch (column) {
    case 'status':
      return (
        MEASURE_STATUSES.find((status) => LOCALES.some((locale) => same(written, statusName(status, locale)))) ?? null
      );
    case 'owner':
      return written.replaceAll(/\s+/g, ' ').slice(0, LIMITS.nameCharacters);
    case 'due':
      return dayWritten(written);
    case 'level':
      return idIn(names.levels);
    case 'domain':
      return idIn(names.domains);
    case 'role':
      return idIn(names.sectors);
    case 'effect':
    case 'effort': {
      const number = Number(written.replace(',', '.'));
      return number >= SCALE.least && number <= SCALE.most ? number : null;
    }
  }
}

/** As it is stored, or as Norwegians write it: day, month and year, with points, slashes or dashes. */
function dayWritten(written: string): string | null {
  const stored = dayOf(written);
  const [, day, month, year] = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(written) ?? [];
  if (stored !== null || day === undefined || month === undefined) return stored;
  return dayOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
