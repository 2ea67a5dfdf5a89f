import { array, assert, constantFrom, integer, oneof, property, tuple, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { MetadataFinder, withoutMetadata, type ImageType } from './image-metadata.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

const segment = (marker: number, content: string) =>
  joined(Uint8Array.of(0xff, marker, 0, content.length + 2), bytes(content));
const chunk = (name: string, content: string) =>
  joined(Uint8Array.of(0, 0, 0, content.length), bytes(`${name}${content}_crc`));
const riff = (name: string, content: string) =>
  joined(bytes(name), Uint8Array.of(content.length, 0, 0, 0), bytes(content + (content.length % 2 === 0 ? '' : '\0')));

const JPEG = (...segments: Uint8Array[]) =>
  joined(Uint8Array.of(0xff, 0xd8), ...segments, segment(0xc0, 'frame'), Uint8Array.of(0xff, 0xda, 1, 2, 0xff, 0xd9));
const PNG = (...chunks: Uint8Array[]) =>
  joined(bytes('\u0089PNG\r\n\u001A\n'), chunk('IHDR', 'size'), ...chunks, chunk('IDAT', 'pixels'), chunk('IEND', ''));
const WEBP = (...chunks: Uint8Array[]) => joined(bytes('RIFF....WEBP'), riff('VP8X', 'flags'), ...chunks);
const GIF = (extension: string) =>
  bytes(`GIF89a....\u0080\0\0rgbRGB${extension},........\u0080rgbRGB\u0002\u0003lzw\0;`);

const foundIn = (image: Uint8Array, type: ImageType) => {
  const finder = new MetadataFinder(type);
  finder.take(image);
  return finder.found.map(({ start, end }) => String.fromCodePoint(...image.subarray(start, end)));
};

test.each<[string, ImageType, Uint8Array, string]>([
  ['EXIF in a JPEG', 'image/jpeg', JPEG(segment(0xe0, 'JFIF'), segment(0xe1, 'Exif\0\0GPS')), 'GPS'],
  ['IPTC in a JPEG', 'image/jpeg', JPEG(segment(0xed, 'Photoshop 3.0')), 'Photoshop'],
  ['EXIF behind filling and what is nothing', 'image/jpeg', JPEG(bytes('??\u00FF\u00FF'), segment(0xe1, 'GPS')), 'GPS'],
  ['EXIF in a PNG', 'image/png', PNG(chunk('eXIf', 'GPS')), 'GPS'],
  ['EXIF behind the pixels of a PNG', 'image/png', PNG(chunk('IDAT', 'more'), chunk('eXIf', 'GPS')), 'GPS'],
  ['XMP in a PNG', 'image/png', PNG(chunk('iTXt', 'XML:com.adobe.xmp')), 'XML:com.adobe.xmp'],
  ['text in a PNG', 'image/png', PNG(chunk('tEXt', 'Author Kari')), 'Kari'],
  ['EXIF in a WebP', 'image/webp', WEBP(riff('VP8 ', 'odd'), riff('EXIF', 'GPS')), 'GPS'],
  ['XMP in a WebP', 'image/webp', WEBP(riff('XMP ', '<x:xmpmeta>')), '<x:xmpmeta>'],
])('[A8] %s is found', (_what, type, image, words) => {
  expect(foundIn(image, type)).toEqual([expect.stringContaining(words)]);
});

test('[A8] XMP in a GIF is found, and what makes it move is none', () => {
  expect(foundIn(GIF('!\u00FF\u000BXMP DataXMP\u0003<x>\0'), 'image/gif')).toHaveLength(1);
  expect(foundIn(GIF('!\u00FF\u000BNETSCAPE2.0\u0003\u0001\0\0\0'), 'image/gif')).toEqual([]);
});

test('[A8] pixels, sizes and colours are no metadata, whatever they look like', () => {
  const picture = joined(JPEG(segment(0xe2, 'ICC_PROFILE')), segment(0xe1, 'in the picture'));
  expect(foundIn(picture, 'image/jpeg')).toEqual([]);
  expect(foundIn(PNG(chunk('iCCP', 'eXIf'), chunk('IDAT', '\0\0\0\u0001eXIf')), 'image/png')).toEqual([]);
  expect(foundIn(WEBP(riff('VP8 ', 'EXIF')), 'image/webp')).toEqual([]);
});

test('[A8] an image without its metadata is the same picture', () => {
  const exif = segment(0xe1, 'Exif');
  expect(withoutMetadata(JPEG(exif, segment(0xe2, 'ICC'), exif), 'image/jpeg')).toEqual(JPEG(segment(0xe2, 'ICC')));
  expect(withoutMetadata(PNG(chunk('eXIf', 'GPS')), 'image/png')).toEqual(PNG());
  expect(withoutMetadata(PNG(), 'image/png')).toEqual(PNG());
});

const TYPES: readonly ImageType[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

test('[A8] in whatever pieces an image comes, the same is found, and nothing breaks on what is none', () => {
  const samples = [
    JPEG(segment(0xe1, 'Exif')),
    PNG(chunk('tEXt', 'a'), chunk('eXIf', 'b')),
    WEBP(riff('EXIF', 'GPS')),
    GIF('!\u00FF\u000BXMP DataXMP\u0003<x>\0'),
  ];
  const image = oneof(
    uint8Array({ maxLength: 200 }),
    tuple(constantFrom(...samples), uint8Array({ maxLength: 20 })).map((parts) => joined(...parts)),
  );
  assert(
    property(image, constantFrom(...TYPES), array(integer({ min: 1, max: 9 })), (whole, type, sizes) => {
      const finder = new MetadataFinder(type);
      let at = 0;
      for (const size of sizes) {
        finder.take(whole.subarray(at, at + size));
        at += size;
      }
      finder.take(whole.subarray(at));
      const atOnce = new MetadataFinder(type);
      atOnce.take(whole);
      expect(finder.found).toEqual(atOnce.found);
    }),
  );
});
