/** Measures by level and domain, every cell there, the empty ones too. Pure. */
import type { NamedChoice } from '@samtavla/protocol';
import type { ListedMeasure } from './measure-list.ts';

/** A null id is «without»: of those that name none, or one that is no longer in the list. */
export type Heading = { readonly id: string | null; readonly name: string };
export type Matrix = {
  readonly columns: readonly Heading[];
  readonly rows: readonly { readonly heading: Heading; readonly cells: readonly (readonly ListedMeasure[])[] }[];
};

type Lists = { readonly levels: readonly NamedChoice[]; readonly domains: readonly NamedChoice[] };
type Without = { readonly level: string; readonly domain: string };

/** A row for each level, a column for each domain; one more for what has none, where there is such a measure. */
export function matrixOf(measures: readonly ListedMeasure[], { levels, domains }: Lists, without: Without): Matrix {
  const place = (list: readonly NamedChoice[], id: string | null) => (list.some((one) => one.id === id) ? id : null);
  const placed = measures.map((one) => ({
    one,
    level: place(levels, one.measure.level),
    domain: place(domains, one.measure.domain),
  }));
  const headings = (list: readonly NamedChoice[], name: string, isUsed: boolean): Heading[] =>
    isUsed || list.length === 0 ? [...list, { id: null, name }] : [...list];
  const columns = headings(
    domains,
    without.domain,
    placed.some(({ domain }) => domain === null),
  );
  const rows = headings(
    levels,
    without.level,
    placed.some(({ level }) => level === null),
  );
  return {
    columns,
    rows: rows.map((heading) => ({
      heading,
      cells: columns.map((column) =>
        placed.filter(({ level, domain }) => level === heading.id && domain === column.id).map(({ one }) => one),
      ),
    })),
  };
}
