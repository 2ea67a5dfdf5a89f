/** A bench's table in `docs/performance.md`, between two markers. The text around it is people's. */
import { finishedRows, type AimOutcome, type Results, type Row, type SubjectName } from './results.ts';

/** The page with this bench's table in place of its earlier one; at the end when it has none. */
export function withTable(page: string, results: Results): string {
  const [begin, end] = [`<!-- bench:${results.bench} begins -->`, `<!-- bench:${results.bench} ends -->`];
  const section = `${begin}\n\n${tableOf(results)}\n\n${end}`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 && to === -1) return `${page.trimEnd()}\n\n${section}\n`;
  if (from === -1 || to < from)
    throw new Error(`docs/performance.md has one marker of bench:${results.bench}, not two.`);
  return page.slice(0, from) + section + page.slice(to + end.length);
}

function tableOf({ rows: all, aims = [], unfinished = [], extent, date, machine, node }: Results): string {
  const gaveUp = ({ subject, scenario }: Pick<Row, 'subject' | 'scenario'>) =>
    unfinished.some((one) => one.subject === subject && one.scenario === scenario);
  const rows = finishedRows(all, unfinished);
  const subjects = [...new Set(rows.map(({ subject }) => subject))];
  const rounds = Math.max(...rows.map((row) => row.rounds));
  const metrics = Map.groupBy(rows, ({ scenario, metric, unit }) => JSON.stringify([scenario, metric, unit]));
  const lines = [...metrics.values()].map((group) => lineOf(group, subjects, gaveUp));
  const caption = `${date}, ${extent} run of ${rounds} rounds: ${machine}, Node ${node}. Each cell is median / 95th percentile.`;
  const table = aligned([['scenario', 'measured', ...subjects], ...lines]);
  return [caption, table, ...(aims.length > 0 ? [aligned(linesOf(aims))] : [])].join('\n\n');
}

/** A missed aim stands there as missed. */
function linesOf(aims: readonly AimOutcome[]): string[][] {
  const head = ['aim', 'by', 'at most', 'measured', ''];
  const lines = aims.map(({ aim, statistic, atMost, measured }) => {
    return [aim, statistic, asRatio(atMost), asRatio(measured), measured <= atMost ? 'met' : 'missed'];
  });
  return [head, ...lines];
}

/** What is less than one as a part of one: 1/20. */
function asRatio(ratio: number): string {
  const parts = inDigits(1 / ratio);
  return ratio > 0 && ratio < 1 && parts !== '1' ? `1/${parts}` : inDigits(ratio);
}

type GaveUp = (of: Pick<Row, 'subject' | 'scenario'>) => boolean;

function lineOf(rows: readonly Row[], subjects: readonly SubjectName[], gaveUp: GaveUp): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const cells = subjects.map((subject) => {
    const row = rows.find((one) => one.subject === subject);
    if (row === undefined) return gaveUp({ subject, scenario: first.scenario }) ? 'did not finish' : '–';
    return `${inDigits(row.median)} / ${inDigits(row.p95)}`;
  });
  return [first.scenario, `${first.metric}, ${first.unit}`, ...cells];
}

/** Three digits: the fourth is noise. */
function inDigits(value: number): string {
  const decimals = Math.max(0, 2 - Math.floor(Math.log10(Math.max(1, Math.abs(value)))));
  return String(Number(value.toFixed(decimals)));
}

/** As the formatter wants it: numbers to the right, all cells of a column equally wide. */
function aligned([head = [], ...lines]: readonly string[][]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...lines].map((cells) => cells[column]?.length ?? 0)));
  const isText = (column: number) => column < 2;
  const padded = (cells: readonly string[]) =>
    cells.map((cell, at) => (isText(at) ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)));
  const rule = widths.map((width, at) => (isText(at) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [padded(head), rule, ...lines.map(padded)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
