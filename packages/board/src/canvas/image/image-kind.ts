/** What a file is, by its own first bytes: what the system calls it is often wrong, and empty for a file without an ending. */
export type ImageKind = 'svg' | 'heic' | 'other';

/** An SVG may begin with a declaration and comments; its own first tag comes within these. */
export const HEAD_BYTES = 1_024;

/** Apple's and others' names for HEIC, at the place where an ISO media file says what it is. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

export function imageKindOf(head: Uint8Array): ImageKind {
  const text = new TextDecoder('latin1').decode(head);
  if (text.slice(4, 8) === 'ftyp' && HEIC_BRANDS.has(text.slice(8, 12))) return 'heic';
  // Without the marks and zeros of the encodings that a text file may have.
  const letters = text.replaceAll(/[^!-~]/g, '');
  return letters.startsWith('<') && /<svg/i.test(letters) ? 'svg' : 'other';
}

/** The size of an image no side of which is longer than `longest`. */
export function fitWithin(
  { width, height }: { readonly width: number; readonly height: number },
  longest: number,
): { readonly w: number; readonly h: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { w: Math.max(1, Math.round(width * scale)), h: Math.max(1, Math.round(height * scale)) };
}
