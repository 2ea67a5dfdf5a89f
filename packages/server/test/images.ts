/** Beginnings of images, as far as a server looks: type and size are real, and what follows is nothing. */
const bytes = (text: string) => Buffer.from(text, 'latin1');
const big = (value: number, length: 2 | 4) => {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntBE(value, 0, length);
  return buffer;
};
const little = (value: number, length: 2 | 3 | 4) => {
  const buffer = Buffer.alloc(length);
  buffer.writeUIntLE(value, 0, length);
  return buffer;
};

export const png = (w: number, h: number): Buffer =>
  Buffer.concat([bytes('\u0089PNG\r\n\u001A\n\0\0\0\rIHDR'), big(w, 4), big(h, 4), bytes(' and so on')]);

const SEGMENTS = { profile: '\u00E2', exif: '\u00E1' };

/** Behind a segment of so many bytes: a colour profile, or what a camera wrote. */
export const jpeg = (w: number, h: number, profileBytes = 100, segment: keyof typeof SEGMENTS = 'profile'): Buffer =>
  Buffer.concat([
    bytes(`\u00FF\u00D8\u00FF${SEGMENTS[segment]}`),
    big(profileBytes, 2),
    Buffer.alloc(profileBytes - 2),
    bytes('\u00FF\u00FF\u00C4\0\u0003.\u00FF\u00C0\0\u0011\u0008'),
    big(h, 2),
    big(w, 2),
    bytes(' and so on'),
  ]);

export const webp = {
  'VP8 ': (w: number, h: number) =>
    Buffer.concat([bytes('RIFF....WEBPVP8 ....___\u009D\u0001*'), little(w, 2), little(h, 2)]),
  VP8L: (w: number, h: number) => Buffer.concat([bytes('RIFF....WEBPVP8L..../'), little((w - 1) | ((h - 1) << 14), 4)]),
  VP8X: (w: number, h: number) =>
    Buffer.concat([bytes('RIFF....WEBPVP8X........'), little(w - 1, 3), little(h - 1, 3)]),
};

/** A screen, a table of two colours, a comment, and a first picture that may be larger than the screen. */
export const gif = (w: number, h: number, first = { w, h }): Buffer =>
  Buffer.concat([
    bytes('GIF89a'),
    little(w, 2),
    little(h, 2),
    bytes('\u0080\0\0rgbRGB!\u00FE\u0003hei\0,\0\0\0\0'),
    little(first.w, 2),
    little(first.h, 2),
    bytes(' and so on'),
  ]);
