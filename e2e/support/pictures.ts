/** Pictures for tests, made by the browser, and by hand where a browser makes none. */
import type { Page } from '@playwright/test';

type Picture = {
  readonly type: 'image/png' | 'image/jpeg';
  readonly w: number;
  readonly h: number;
  readonly seeThrough?: boolean;
};

/** Its left half is red and its right half blue, or nothing at all. */
export async function picture(page: Page, wish: Picture): Promise<Buffer> {
  const base64 = await page.evaluate(({ type, w, h, seeThrough = false }) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [w, h];
    const context = canvas.getContext('2d');
    for (const [colour, x] of [
      ['red', 0],
      ['blue', w / 2],
    ] as const) {
      if (context === null || (seeThrough && x > 0)) continue;
      context.fillStyle = colour;
      context.fillRect(x, 0, w / 2, h);
    }
    return canvas.toDataURL(type).split(',')[1] ?? '';
  }, wish);
  return Buffer.from(base64, 'base64');
}

/** What the EXIF block says in words, for a test to look for. */
export const SECRET_PLACE = 'Barnehagen i Storgata 7';

/** The JPEG as a phone would have written it: held on its side, and with the place where it was taken. */
export function withExif(jpeg: Buffer): Buffer {
  const place = Buffer.from(`${SECRET_PLACE}\0`);
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const [ASCII, SHORT, LONG, RATIONAL] = [2, 3, 4, 5];
  const [gpsAt, placeAt] = [8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 2 + 12 + 4];
  const latitudeAt = placeAt + place.length;
  const latitude = Buffer.alloc(24);
  for (const [index, value] of [59, 1, 54, 1, 40, 1].entries()) latitude.writeUInt32LE(value, 4 * index);
  const tiff = Buffer.concat([
    Buffer.from('II*\0\u0008\0\0\0\u0003\0', 'latin1'),
    entry(0x01_0e, ASCII, place.length, placeAt),
    entry(0x01_12, SHORT, 1, 6),
    entry(0x88_25, LONG, 1, gpsAt),
    Buffer.alloc(4),
    Buffer.from([1, 0]),
    entry(0x00_02, RATIONAL, 3, latitudeAt),
    Buffer.alloc(4),
    place,
    latitude,
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, 0]);
  marker.writeUInt16BE(exif.length + 2, 2);
  // Right after the two bytes that a JPEG begins with.
  return Buffer.concat([jpeg.subarray(0, 2), marker, exif, jpeg.subarray(2)]);
}

type Dropped = { readonly name: string; readonly type: string; readonly bytes: Buffer };

/** Lets go of files over the canvas. */
export async function dropFiles(page: Page, files: readonly Dropped[], at = { x: 640, y: 400 }): Promise<void> {
  const plain = files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  const dataTransfer = await page.evaluateHandle((list) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  }, plain);
  await page.locator('.tl-canvas').dispatchEvent('drop', { dataTransfer, clientX: at.x, clientY: at.y });
}

/** Pastes what another program would have put on the clipboard: a screenshot is a PNG. */
export async function pastePng(page: Page, png: Buffer): Promise<void> {
  await page.bringToFront();
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes], { type: 'image/png' }) })]);
  }, png.toString('base64'));
  await page.locator('.tl-canvas').click({ position: { x: 640, y: 90 }, force: true });
  await page.keyboard.press('Control+v');
}
