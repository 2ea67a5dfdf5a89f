import { addMeasure, addNote, addTheme, type RecordId } from '@samtavla/protocol';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readCells } from '../ui/cells.ts';
import { DESIRED, papers, TODAY } from './a-board.ts';
import { outlineAsText } from './as-text.ts';
import { readOutline } from './follow-outline.ts';

const NAMES = { sectors: [{ id: 'school', name: 'Skole' }], levels: [], domains: [] };

function board() {
  const docs = papers();
  const desk = new Y.Doc();
  const theme = addTheme(docs.canvas, { title: 'Rom', zone: TODAY, at: [0, 200] });
  const author = { id: 'kari' as never, name: 'Kari' };
  const first = addNote(docs.canvas, { text: 'For *få* rom\nog kalde', zone: TODAY, at: [0, 400], theme, author });
  addNote(docs.canvas, { text: 'Mange venter', zone: TODAY, at: [400, 400], perspective: { sector: 'school' } });
  addMeasure(docs.canvas, { text: '=Lån ut', zone: DESIRED, at: [0, 0] }, { owner: 'Ola', status: 'agreed' });
  addNote(docs.canvas, { text: '  ', zone: DESIRED, at: [400, 0] });
  addNote(desk, { text: 'Bare min', zone: TODAY, at: [800, 400], round: '1' });
  return { outline: readOutline({ ...docs, desk }), first };
}

test('[U87] the list is copied as one reads it, with who wrote it, and without what is written privately', () => {
  const { outline } = board();
  expect(outlineAsText(outline, 'text', NAMES)).toBe(
    [
      'TODAY',
      '',
      'Rom:',
      '- For *få* rom\n  og kalde (Kari)',
      '',
      '- Mange venter (Skole)',
      '',
      'DESIRED',
      '',
      '- =Lån ut (Measure: Agreed, Ola)',
    ].join('\n'),
  );
});

test('[U87] in Markdown nothing that people wrote is taken for a sign of its own, and as cells each note is a row', () => {
  const { outline, first } = board();
  expect(outlineAsText(outline, 'markdown', NAMES)).toContain('### Rom\n- For \\*få\\* rom\n  og kalde (Kari)');
  expect(readCells(outlineAsText(outline, 'cells', NAMES))).toEqual([
    ['Zone', 'Theme', 'Note', 'Written by', 'Perspective'],
    ['today', 'Rom', 'For *få* rom\nog kalde', 'Kari', ''],
    ['today', '', 'Mange venter', '', 'Skole'],
    ['desired', '', '=Lån ut', '', ''],
  ]);
  const only = new Set<RecordId>([first]);
  expect(readCells(outlineAsText(outline, 'cells', NAMES, only)).slice(1)).toEqual([
    ['today', 'Rom', 'For *få* rom\nog kalde', 'Kari', ''],
  ]);
  expect(outlineAsText(outline, 'text', NAMES, new Set())).toBe('');
});
