/** What a person is doing, and how it is written: the fields that have changed, and nothing of the others. */
import { readFloat32, readVarInt, readVarString, readVarUint, type Decoder } from 'lib0/decoding';
import { writeFloat32, writeVarInt, writeVarString, writeVarUint, type Encoder } from 'lib0/encoding';
import { isRecordId } from './ids.ts';
import { LIMITS } from './limits.ts';

/** Page coordinates. */
export type Point = { readonly x: number; readonly y: number };

/** What a person sees of the page: the camera, and how large their screen is in its own pixels. */
export type View = Point & { readonly zoom: number; readonly w: number; readonly h: number };

/** What a person is doing now. */
export type Doing = {
  /** Null when they do not point at the board. */
  readonly cursor: Point | null;
  readonly view: View | null;
  /** Ids of records, some of them when there are many. */
  readonly selected: readonly string[];
  /** What they say in a bubble at their cursor. */
  readonly saying: string | null;
  /** Whether their cursor leaves a trail. */
  readonly laser: boolean;
};

export const DOING_NOTHING: Doing = { cursor: null, view: null, selected: [], saying: null, laser: false };

const FIELD = {
  cursor: 1,
  noCursor: 2,
  view: 4,
  noView: 8,
  selected: 16,
  saying: 32,
  laser: 64,
  follows: 128,
} as const;
/** Every field there is. */
const ALL_FIELDS = 255;

/** Farther out is no page; and 32 bits are 5 bytes at most. */
const FARTHEST = 2 ** 31 - 1;
const LARGEST_SCREEN = 2 ** 16;

/** @param follows goes along with what a client says, and with nothing else */
export function writeDoing(
  encoder: Encoder,
  { cursor, view, selected, saying, laser }: Partial<Doing>,
  follows?: number,
): void {
  const pointed = cursor && isSoundPoint(cursor) ? cursor : null;
  const seen = view && isSoundView(view) ? view : null;
  const flags = [
    cursor !== undefined && (pointed === null ? FIELD.noCursor : FIELD.cursor),
    view !== undefined && (seen === null ? FIELD.noView : FIELD.view),
    selected !== undefined && FIELD.selected,
    saying !== undefined && FIELD.saying,
    laser !== undefined && FIELD.laser,
    follows !== undefined && FIELD.follows,
  ];
  writeVarUint(
    encoder,
    flags.reduce<number>((sum, flag) => sum | Number(flag), 0),
  );
  if (pointed !== null) writePoint(encoder, pointed);
  if (seen !== null) writeView(encoder, seen);
  if (selected !== undefined) writeSelected(encoder, selected);
  if (saying !== undefined) writeVarString(encoder, (saying ?? '').slice(0, LIMITS.sayingCharacters));
  if (laser !== undefined) writeVarUint(encoder, laser ? 1 : 0);
  if (follows !== undefined) writeVarUint(encoder, follows);
}

/** Throws at what `writeDoing` does not write. */
export function readDoing(decoder: Decoder): { readonly doing: Partial<Doing>; readonly follows?: number } {
  const fields = readVarUint(decoder);
  const has = (field: keyof typeof FIELD) => (fields & FIELD[field]) !== 0;
  check(!(has('cursor') && has('noCursor')) && !(has('view') && has('noView')) && fields <= ALL_FIELDS);
  const doing = {
    ...(has('noCursor') && { cursor: null }),
    ...(has('cursor') && { cursor: readPoint(decoder) }),
    ...(has('noView') && { view: null }),
    ...(has('view') && { view: readView(decoder) }),
    ...(has('selected') && { selected: readSelected(decoder) }),
    ...(has('saying') && { saying: readSaying(decoder) }),
    ...(has('laser') && { laser: readVarUint(decoder) === 1 }),
  };
  return has('follows') ? { doing, follows: readVarUint(decoder) } : { doing };
}

const writePoint = (encoder: Encoder, { x, y }: Point): void => {
  for (const coordinate of [x, y]) writeVarInt(encoder, within(Math.round(coordinate), -FARTHEST, FARTHEST));
};

const readPoint = (decoder: Decoder): Point => ({ x: readCoordinate(decoder), y: readCoordinate(decoder) });

function readCoordinate(decoder: Decoder): number {
  const coordinate = readVarInt(decoder);
  check(Math.abs(coordinate) <= FARTHEST);
  // There is a negative zero on this wire.
  return coordinate + 0;
}

function writeView(encoder: Encoder, view: View): void {
  writePoint(encoder, view);
  writeFloat32(encoder, view.zoom);
  for (const side of [view.w, view.h]) writeVarUint(encoder, within(Math.round(side), 0, LARGEST_SCREEN));
}

function readView(decoder: Decoder): View {
  const point = readPoint(decoder);
  const zoom = readFloat32(decoder);
  const [w, h] = [readVarUint(decoder), readVarUint(decoder)];
  check(zoom > 0 && Number.isFinite(zoom) && w <= LARGEST_SCREEN && h <= LARGEST_SCREEN);
  return { ...point, zoom, w, h };
}

function writeSelected(encoder: Encoder, selected: readonly string[]): void {
  const ids = selected.filter(isRecordId).slice(0, LIMITS.selectedTold);
  writeVarUint(encoder, ids.length);
  for (const id of ids) writeVarString(encoder, id);
}

function readSelected(decoder: Decoder): string[] {
  const ids = readMany(decoder, readVarString);
  check(ids.length <= LIMITS.selectedTold && ids.every(isRecordId));
  return ids;
}

function readSaying(decoder: Decoder): string | null {
  const saying = readVarString(decoder);
  check(saying.length <= LIMITS.sayingCharacters);
  return saying === '' ? null : saying;
}

/** As many as it says: a number without so many behind it runs into the end, and holds no memory before that. */
export function readMany<T>(decoder: Decoder, read: (decoder: Decoder) => T): T[] {
  const many: T[] = [];
  for (let left = readVarUint(decoder); left > 0; left -= 1) many.push(read(decoder));
  return many;
}

function check(holds: boolean): void {
  if (!holds) throw new Error('No client and no server of ours writes this.');
}

const isSoundPoint = ({ x, y }: Point): boolean => Number.isFinite(x) && Number.isFinite(y);

const isSoundView = (view: View): boolean => {
  const zoom = Math.fround(view.zoom);
  return isSoundPoint(view) && zoom > 0 && [zoom, view.w, view.h].every(Number.isFinite);
};

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
