import { expect, test } from 'vitest';
import { fitWithin, imageKindOf } from './image-kind.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg">', 'svg'],
  ['\u00EF\u00BB\u00BF<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg>', 'svg'],
  ['\u00FF\u00FE<\0s\0v\0g\0 \0', 'svg'],
  ['\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000', 'heic'],
  ['\u0000\u0000\u0000\u001Cftypmif1\u0000\u0000\u0000\u0000', 'heic'],
  ['\u0000\u0000\u0000\u001Cftypavif\u0000\u0000\u0000\u0000', 'other'],
  ['\u0089PNG\r\n\u001A\n<svg', 'other'],
  ['', 'other'],
] as const)('[U40] a file that begins with %j is %s, whatever it is called', (head, kind) => {
  expect(imageKindOf(bytes(head))).toBe(kind);
});

test.each([
  [4_000, 3_000, 2_048, 1_536],
  [3_000, 4_000, 1_536, 2_048],
  [800, 600, 800, 600],
  [100_000, 10, 2_048, 1],
])('[U41] an image of %i × %i is made %i × %i', (width, height, w, h) => {
  expect(fitWithin({ width, height }, 2_048)).toEqual({ w, h });
});
