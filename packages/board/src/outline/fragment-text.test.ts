import { fragmentOfLines, fragmentOfRichText, richTextOf, type RichNode } from '@samtavla/protocol';
import { array, assert, constantFrom, nat, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeBetween, placeAfter, plainTextOf, replaceIn } from './fragment-text.ts';

function inDocument(fragment: Y.XmlFragment): Y.XmlFragment {
  new Y.Doc().getMap('records').set('text', fragment);
  return fragment;
}

const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', content });
const letters = (text: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const rich = () =>
  inDocument(
    fragmentOfRichText({
      type: 'doc',
      content: [
        paragraph(letters('vanlig '), letters('fet', 'bold'), letters(' slutt')),
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [paragraph(letters('ett'))] },
            {
              type: 'listItem',
              content: [paragraph(letters('to'), { type: 'hardBreak' }, letters('og mer', 'italic'))],
            },
          ],
        },
        paragraph(),
        paragraph(letters('sist')),
      ],
    }),
  );
const TEXT = 'vanlig fet slutt\nett\nto\nog mer\n\nsist';

test('[U55] a text is read line by line, whatever it is made of', () => {
  expect(plainTextOf(rich())).toBe(TEXT);
  expect(plainTextOf(inDocument(fragmentOfLines('a\n\nb')))).toBe('a\n\nb');
  expect(plainTextOf(inDocument(new Y.XmlFragment()))).toBe('');
});

const marked = (fragment: Y.XmlFragment, type: string): string => {
  const look = (node: RichNode): string =>
    node.marks?.some((mark) => mark.type === type) ? (node.text ?? '') : (node.content ?? []).map(look).join('');
  return look(richTextOf(fragment));
};

test('[U55] what is typed in a field stands where it was typed, and marks stay on their letters', () => {
  const fragment = rich();
  replaceIn(fragment, 0, 0, 'Helt ');
  replaceIn(fragment, plainTextOf(fragment).indexOf('et slutt'), plainTextOf(fragment).indexOf('et slutt'), 'l');
  expect(plainTextOf(fragment)).toBe(`Helt ${TEXT.replace('fet', 'flet')}`);
  expect([marked(fragment, 'bold'), marked(fragment, 'italic')]).toEqual(['flet', 'og mer']);
});

test('[U55] a break makes a new block, in a list a new item; taking it away joins them again, with their marks', () => {
  const fragment = rich();
  const at = TEXT.indexOf('tt\nto');
  replaceIn(fragment, at, at, '\n');
  expect(plainTextOf(fragment)).toBe(TEXT.replace('ett', 'e\ntt'));
  const [, list] = richTextOf(fragment).content;
  expect(list?.content).toHaveLength(3);
  replaceIn(fragment, at, at + 1, '');
  expect(richTextOf(fragment)).toEqual(richTextOf(rich()));

  const inBold = rich();
  replaceIn(inBold, 8, 8, '\n');
  expect(plainTextOf(inBold)).toBe(TEXT.replace('fet', 'f\net'));
  expect(marked(inBold, 'bold')).toBe('fet');
});

test('[U55] whatever is replaced, the field and the document say the same', () => {
  const anyText = string({ unit: constantFrom('a', 'æ', '\n', ' '), maxLength: 6 });
  assert(
    property(array(tuple(nat(60), nat(12), anyText), { maxLength: 12 }), (changes) => {
      const fragment = rich();
      let field = TEXT;
      for (const [place, length, text] of changes) {
        const from = Math.min(place, field.length);
        const to = Math.min(from + length, field.length);
        field = field.slice(0, from) + text + field.slice(to);
        replaceIn(fragment, from, to, text);
        expect(plainTextOf(fragment)).toBe(field);
      }
    }),
  );
});

test('[U55] two people who type in one line at once both keep their letters', () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  one.getMap('records').set('text', fragmentOfLines('hei'));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  const textIn = (doc: Y.Doc) => doc.getMap('records').get('text') as Y.XmlFragment;
  replaceIn(textIn(one), 0, 0, 'Å, ');
  replaceIn(textIn(other), 3, 3, ' du');
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  expect([plainTextOf(textIn(one)), plainTextOf(textIn(other))]).toEqual(['Å, hei du', 'Å, hei du']);
});

test('[U55] the change between two texts is what makes one the other, and places in the text follow it', () => {
  const anyText = string({ unit: constantFrom('a', 'b', '😀', '😁', '🐀'), maxLength: 8 });
  assert(
    property(anyText, anyText, (before, after) => {
      const change = changeBetween(before, after);
      expect(before.slice(0, change.from) + change.text + before.slice(change.to)).toBe(after);
      const fragment = inDocument(fragmentOfLines(before));
      replaceIn(fragment, change.from, change.to, change.text);
      expect(plainTextOf(fragment)).toBe(after);
    }),
  );
  const change = changeBetween('hei du', 'hei, kjære du');
  expect([placeAfter(2, change), placeAfter(6, change)]).toEqual([2, 13]);
});
