/** Cells as spreadsheets copy and paste them: tabs between, a line a row, quotes around what holds either. */

/**
 * A program that opens a cell beginning so takes it for a formula, and does what it says. One apostrophe before it keeps it from that,
 * and is taken off again; so what people wrote with apostrophes of their own gets one more.
 */
const FORMULA = /^'*[=+\-@\t\r]/;

/** What people wrote is never a formula. */
const asCell = (text: string): string => {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[\t\n\r"]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

export const writeCells = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(asCell).join('\t')).join('\n');

/** Rows with nothing in them are left out. What begins with a quote and has no end to it is read as it stands. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  const cell = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n?|\n|$)/gy;
  for (const [, written = '', end] of text.matchAll(cell)) {
    rows.at(-1)?.push(fromCell(written));
    if (end === '') break;
    if (end !== '\t') rows.push([]);
  }
  return rows.filter((row) => row.some((each) => each.trim() !== ''));
}

function fromCell(written: string): string {
  const text =
    written.length > 1 && written.startsWith('"') && written.endsWith('"')
      ? written.slice(1, -1).replaceAll('""', '"')
      : written;
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
