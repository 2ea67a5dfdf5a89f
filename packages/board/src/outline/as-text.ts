/** The outline as words to be pasted elsewhere: plain, in Markdown, or as a spreadsheet's cells. What one writes privately is left out. */
import type { RecordId } from '@samtavla/protocol';
import * as m from '../i18n/generated/messages.js';
import { measureLines, statusName, type MeasureNames } from '../i18n/measure-words.ts';
import { writeCells } from '../ui/cells.ts';
import type { Outline, OutlineNote, OutlineZone } from './outline-groups.ts';

export type TextForm = 'text' | 'markdown' | 'cells';

/** @param only these notes; null for all */
export function outlineAsText(
  { zones, loose }: Pick<Outline, 'zones' | 'loose'>,
  form: TextForm,
  names: MeasureNames,
  only: ReadonlySet<RecordId> | null = null,
): string {
  const groups = [...zones, loose].map((group) => groupOf(group, only)).filter(({ lists }) => lists.length > 0);
  return form === 'cells' ? asCells(groups, names) : groups.map((group) => asLines(group, form, names)).join('\n\n');
}

type List = { readonly theme: string | null; readonly notes: readonly OutlineNote[] };
type Group = { readonly title: string; readonly question: string; readonly lists: readonly List[] };

function groupOf({ zone, themes, notes }: OutlineZone, only: ReadonlySet<RecordId> | null): Group {
  const shown = (all: readonly OutlineNote[]) =>
    all.filter(
      ({ id, text, privately, measure }) =>
        privately === null && (only?.has(id) ?? true) && (text.trim() !== '' || measure !== null),
    );
  const lists = [
    ...themes.map(({ title, notes: gathered }) => ({ theme: title.trim(), notes: shown(gathered) })),
    { theme: null, notes: shown(notes) },
  ];
  return {
    title: zone?.title ?? m.outline_loose(),
    question: zone?.question ?? '',
    // A theme without notes says something too, where all are asked for.
    lists: lists.filter(({ theme, notes: left }) => left.length > 0 || (only === null && (theme ?? '') !== '')),
  };
}

function asLines({ title, question, lists }: Group, form: Exclude<TextForm, 'cells'>, names: MeasureNames): string {
  const isMarkdown = form === 'markdown';
  const written = (text: string) => (isMarkdown ? escaped(text) : text);
  const line = (note: OutlineNote) => {
    const [first = '', ...rest] = written(note.text.trim() || m.measure_empty()).split('\n');
    const said = [...saidOf(note, names), ...byOf(note, names)];
    const about = said.length === 0 ? '' : ` (${said.map(written).join(', ')})`;
    return [`- ${first}`, ...rest.map((more) => `  ${more}`)].join('\n') + about;
  };
  return [
    isMarkdown ? `## ${written(title)}` : title.toLocaleUpperCase(),
    ...(question === '' ? [] : [written(question)]),
    ...lists.flatMap(({ theme, notes }) => [
      ...(theme === null ? [''] : ['', isMarkdown ? `### ${written(theme)}` : `${theme}:`]),
      ...notes.map(line),
    ]),
  ].join('\n');
}

/** What Markdown would take for its own. */
const escaped = (text: string): string => text.replaceAll(/[\\`*_[\]<>#|~]/g, String.raw`\$&`);

function asCells(groups: readonly Group[], names: MeasureNames): string {
  const head = [m.copy_zone(), m.copy_theme(), m.copy_note(), m.copy_author(), m.copy_perspective()];
  const rows = groups.flatMap(({ title, lists }) =>
    lists.flatMap(({ theme, notes }) =>
      notes.map((note) => [title, theme ?? '', note.text.trim(), note.author?.name ?? '', sectorOf(note, names)]),
    ),
  );
  return writeCells([head, ...rows]);
}

const sectorOf = ({ perspective }: OutlineNote, { sectors }: MeasureNames): string =>
  sectors.find(({ id }) => id === perspective.sector)?.name ?? '';

const byOf = (note: OutlineNote, names: MeasureNames): string[] =>
  [note.author?.name ?? '', sectorOf(note, names)].filter((name) => name !== '');

const saidOf = ({ measure, answers }: OutlineNote, names: MeasureNames): string[] =>
  measure === null
    ? []
    : [`${m.measure()}: ${statusName(measure.status)}`, ...measureLines({ measure, answers }, names)];
