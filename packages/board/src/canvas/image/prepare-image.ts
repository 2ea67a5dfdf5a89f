/**
 * Makes of a picture what a board takes: scaled down, upright, and drawn anew, so that nothing comes along that a camera or a program
 * wrote beside it: place, time, owner, a preview of what was cut away.
 */
import { LIMITS, withoutMetadata } from '@samtavla/protocol';
import { fitWithin, HEAD_BYTES, imageKindOf } from './image-kind.ts';
import type { Unusable } from './image-problem.ts';

export type PreparedImage = { readonly image: Blob; readonly w: number; readonly h: number };

/** A browser decodes what it is given whole: a phone's largest photos are 30 MB. */
const LARGEST_FILE_BYTES = 60 * 1024 * 1024;
/** By eye: no difference on a projector, a tenth of the bytes. */
const QUALITY = 0.85;

/** Of an animation the first picture: what moves takes all eyes, and nobody could stop it. */
export async function prepareImage(file: Blob): Promise<PreparedImage | Unusable> {
  if (file.size > LARGEST_FILE_BYTES) return 'too-large';
  const kind = imageKindOf(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (kind === 'svg') return 'svg';
  let bitmap: ImageBitmap;
  try {
    // Turned the way the camera was held.
    bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch {
    if (kind === 'heic') return 'heic';
    return file.type.startsWith('image/') ? 'unreadable' : 'no-image';
  }
  try {
    return await drawnAnew(bitmap);
  } finally {
    bitmap.close();
  }
}

async function drawnAnew(bitmap: ImageBitmap): Promise<PreparedImage | Unusable> {
  const { w, h } = fitWithin(bitmap, LIMITS.imageSidePixels);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [w, h];
  const context = canvas.getContext('2d');
  if (context === null) return 'unreadable';
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, w, h);
  // What one can see through is mostly drawn, not photographed: sharp edges stay sharp. JPEG is for those who cannot write WebP.
  const types = isOpaque(context) ? ['image/webp', 'image/jpeg'] : ['image/png', 'image/webp'];
  for (const type of types) {
    const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, QUALITY));
    // A browser that cannot write a type writes PNG instead.
    if (image?.type === type && image.size <= LIMITS.assetBytes) return { image: await pictureOnly(image), w, h };
  }
  return 'too-large';
}

/** Some browsers write EXIF of their own beside what they encode: the size again, and a colour space. The server takes none. */
async function pictureOnly(image: Blob): Promise<Blob> {
  const { type } = image;
  if (type !== 'image/png' && type !== 'image/jpeg') return image;
  return new Blob([withoutMetadata(new Uint8Array(await image.arrayBuffer()), type)], { type });
}

function isOpaque(context: CanvasRenderingContext2D): boolean {
  const { data } = context.getImageData(0, 0, context.canvas.width, context.canvas.height);
  for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] !== 255) return false;
  return true;
}
