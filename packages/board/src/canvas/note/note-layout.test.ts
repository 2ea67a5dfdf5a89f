import { expect, test } from 'vitest';
import { toRichText } from 'tldraw';
import { heightFor, layOutText, signatureLines, type NoteFonts } from './note-layout.ts';

/** Half an em a letter. */
const half = () => 0.5;
const fonts: NoteFonts = { text: half, author: half };
const height = (text: string, author: string | null = null, sector: string | null = null) =>
  heightFor(layOutText(toRichText(text), fonts), signatureLines({ author, sector }, fonts));

test('[U30] a note is as high as it is wide, and higher only for what does not fit', () => {
  expect(height('Kort')).toBe(200);
  expect(height('ord '.repeat(80))).toBeGreaterThan(300);
});

test('[U30] a list is narrower, and a signature that does not fit on one line takes two', () => {
  const list = {
    type: 'doc',
    content: [{ type: 'bulletList', content: [item('Et punkt som er langt nok')] }],
  } as const;
  expect(layOutText(list as never, fonts).lines[0]?.indent).toBeGreaterThan(0);
  expect(signatureLines({ author: 'Kari', sector: 'Skole' }, fonts)).toBe(1);
  expect(signatureLines({ author: 'Kari Nordmann-Hansen', sector: 'Helse og omsorg' }, fonts)).toBe(2);
  expect(signatureLines({ author: null, sector: null }, fonts)).toBe(0);
});

const item = (text: string) => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
