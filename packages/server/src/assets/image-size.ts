/**
 * How large an image is drawn, by its first bytes. A few kilobytes can say that they are a picture of a gigabyte: whoever shows it
 * decodes it, and every page on the board would.
 */
import type { ImageType } from '@samtavla/protocol';

export type ImageSize = { readonly w: number; readonly h: number };

/** An image says its size within these: before it stand at most a colour profile and what a camera wrote, 64 kB each. */
export const SIZE_WITHIN_BYTES = 256 * 1024;

/** Null as long as these bytes do not say it. */
export function imageSizeOf(head: Uint8Array, type: ImageType): ImageSize | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    return READERS[type](view);
  } catch (error) {
    // Read beyond the end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const READERS: Readonly<Record<ImageType, (view: DataView) => ImageSize | null>> = {
  'image/png': (view) => ({ w: view.getUint32(16), h: view.getUint32(20) }),
  'image/jpeg': jpegSize,
  'image/webp': webpSize,
  'image/gif': gifSize,
};

/** Through the segments to the one that begins a frame (SOF0 to SOF15, but for the three of those markers that begin tables). */
function jpegSize(view: DataView): ImageSize {
  for (let at = 2; ;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { w: view.getUint16(at + 7), h: view.getUint16(at + 5) };
    // A marker may be filled up with bytes of ones, and some markers have no length.
    const hasNoLength = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);
    at += marker === 0xff ? 1 : hasNoLength ? 2 : 2 + view.getUint16(at + 2);
  }
}

function webpSize(view: DataView): ImageSize | null {
  const chunk = String.fromCodePoint(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (chunk === 'VP8 ') return { w: view.getUint16(26, true) & 0x3fff, h: view.getUint16(28, true) & 0x3fff };
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { w: (bits & 0x3fff) + 1, h: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const upTo24Bits = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00 + 1;
  return chunk === 'VP8X' ? { w: upTo24Bits(24), h: upTo24Bits(27) } : null;
}

/** The screen, or its first picture where that is larger: browsers make the screen as large. */
function gifSize(view: DataView): ImageSize {
  const tableBytes = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + tableBytes(view.getUint8(10));
  while (view.getUint8(at) !== 0x2c) {
    // An extension: its label, then blocks, each after its length, until one of none.
    for (at += 2; view.getUint8(at) !== 0;) at += 1 + view.getUint8(at);
    at += 1;
  }
  const [w, h] = [
    view.getUint16(at + 1, true) + view.getUint16(at + 5, true),
    view.getUint16(at + 3, true) + view.getUint16(at + 7, true),
  ];
  return { w: Math.max(view.getUint16(6, true), w), h: Math.max(view.getUint16(8, true), h) };
}
