/**
 * What cameras and programs write beside a picture: place, time, owner, a preview of what was cut away. It is EXIF, XMP, IPTC and, in a
 * PNG, text. Where they stand is said by W3C PNG (third edition), ISO 10918-1 and CIPA DC-008 (JPEG), RFC 9649 (WebP) and GIF89a.
 */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif';

/** Positions of bytes, the end not included. */
type Range = { readonly start: number; readonly end: number };

/** So many bytes to come: to be seen, or passed over. */
type Wish = {
  readonly bytes: number;
  readonly isSeen: boolean;
  /** They are metadata, with so many that went before; null when they are not. */
  readonly headBytes: number | null;
};
/** Goes through an image as it comes. */
type Walk = Generator<Wish, void, Uint8Array>;

/** Looks for it in an image that comes in pieces of whatever size. */
export class MetadataFinder {
  readonly #walk: Walk;
  readonly #found: Range[] = [];
  #wish: Wish | null = null;
  #seen = new Uint8Array();
  /** How many bytes of the wish have come. */
  #come = 0;
  #at = 0;

  constructor(type: ImageType) {
    this.#walk = WALKS[type]();
    this.#begin(this.#walk.next());
  }

  /** What has been found so far. It may end where nothing has come yet. */
  get found(): readonly Range[] {
    return this.#found;
  }

  take(piece: Uint8Array): void {
    for (let from = 0; this.#wish !== null && from < piece.length;) {
      const bytes = Math.min(this.#wish.bytes - this.#come, piece.length - from);
      if (this.#wish.isSeen) this.#seen.set(piece.subarray(from, from + bytes), this.#come);
      from += bytes;
      this.#come += bytes;
      this.#at += bytes;
      this.#settle();
    }
  }

  #begin({ done, value }: IteratorResult<Wish, void>): void {
    this.#wish = done === true ? null : value;
    this.#come = 0;
    if (this.#wish === null) return;
    const { bytes, isSeen, headBytes } = this.#wish;
    this.#seen = new Uint8Array(isSeen ? bytes : 0);
    if (headBytes !== null) this.#found.push({ start: this.#at - headBytes, end: this.#at + bytes });
    this.#settle();
  }

  #settle(): void {
    if (this.#wish !== null && this.#come === this.#wish.bytes) this.#begin(this.#walk.next(this.#seen));
  }
}

/** An image of which the parts that nobody sees are left out. Of a WebP and a GIF more than the parts would have to change. */
export function withoutMetadata(image: Uint8Array, type: 'image/png' | 'image/jpeg'): Uint8Array<ArrayBuffer> {
  const finder = new MetadataFinder(type);
  finder.take(image);
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const { start, end } of finder.found) {
    kept.push(image.subarray(at, start));
    at = end;
  }
  kept.push(image.subarray(at));
  const result = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const part of kept) {
    result.set(part, length);
    length += part.length;
  }
  return result;
}

const see = (bytes: number): Wish => ({ bytes, isSeen: true, headBytes: null });
const pass = (bytes: number): Wish => ({ bytes, isSeen: false, headBytes: null });
const metadata = (bytes: number, headBytes: number): Wish => ({ bytes, isSeen: false, headBytes });

const WALKS: Readonly<Record<ImageType, () => Walk>> = {
  'image/png': png,
  'image/jpeg': jpeg,
  'image/webp': webp,
  'image/gif': gif,
};

/** Begins the picture itself, after which nothing is looked for any more. */
const SCAN = 0xda;
const END = 0xd9;
/** APP1 is EXIF or XMP, APP13 is IPTC. */
const JPEG_METADATA = [0xe1, 0xed];
const hasNoLength = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);

function* jpeg(): Walk {
  yield pass(2);
  for (;;) {
    // Whatever stands before a marker is passed over, as decoders do; and a marker may be filled up with bytes of ones.
    let byte = 0;
    while (byte !== 0xff) byte = first(yield see(1));
    while (byte === 0xff) byte = first(yield see(1));
    if (byte === SCAN || byte === END) return;
    if (hasNoLength(byte)) continue;
    const bytes = Math.max(0, viewOf(yield see(2)).getUint16(0) - 2);
    yield JPEG_METADATA.includes(byte) ? metadata(bytes, 4) : pass(bytes);
  }
}

const PNG_METADATA = ['eXIf', 'tEXt', 'zTXt', 'iTXt'];
const CHECKSUM_BYTES = 4;

function* png(): Walk {
  yield pass(8);
  for (;;) {
    const head = yield see(8);
    const [bytes, name] = [viewOf(head).getUint32(0) + CHECKSUM_BYTES, textOf(head.subarray(4))];
    if (name === 'IEND') return;
    yield PNG_METADATA.includes(name) ? metadata(bytes, 8) : pass(bytes);
  }
}

const WEBP_METADATA = ['EXIF', 'XMP '];

function* webp(): Walk {
  yield pass(12);
  for (;;) {
    const head = yield see(8);
    const length = viewOf(head).getUint32(4, true);
    const bytes = length + (length % 2);
    yield WEBP_METADATA.includes(textOf(head.subarray(0, 4))) ? metadata(bytes, 8) : pass(bytes);
  }
}

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const APPLICATION = 0xff;

function* gif(): Walk {
  yield pass(tableBytes((yield see(13))[10]));
  for (;;) {
    const kind = first(yield see(1));
    if (kind === EXTENSION) {
      const label = first(yield see(1));
      const nameBytes = label === APPLICATION ? first(yield see(1)) : 0;
      // What follows its name in an application's extension are blocks too, even where they are read as one text.
      if (textOf(yield see(nameBytes)).startsWith('XMP Data')) yield metadata(0, nameBytes + 3);
    } else if (kind === PICTURE) {
      yield pass(tableBytes((yield see(9))[8]) + 1);
    } else return;
    for (let bytes = first(yield see(1)); bytes > 0; bytes = first(yield see(1))) yield pass(bytes);
  }
}

const tableBytes = (flags = 0) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
const first = (bytes: Uint8Array) => bytes[0] ?? 0;
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textOf = (bytes: Uint8Array) => String.fromCodePoint(...bytes);
