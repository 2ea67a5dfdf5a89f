/** What an image is, by its own first bytes: neither its name nor what the client calls it counts. */
import type { ImageType } from '@samtavla/protocol';

/** So many bytes tell every type apart. */
export const HEAD_BYTES = 12;

const startsWith = (head: Uint8Array, text: string, at = 0): boolean =>
  Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1', at, at + text.length) === text;

/**
 * Null for everything else, also for what browsers would draw: an SVG may hold scripts and addresses of other origins, and a HEIC
 * few can show.
 */
export function imageTypeOf(head: Uint8Array): ImageType | null {
  if (startsWith(head, '\u0089PNG\r\n\u001A\n')) return 'image/png';
  if (startsWith(head, '\u00FF\u00D8\u00FF')) return 'image/jpeg';
  if (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8)) return 'image/webp';
  return startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a') ? 'image/gif' : null;
}
