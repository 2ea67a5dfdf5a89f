/**
 * Presence on the wire: who is on a board, where they point and what they look at. A client tells what has changed of what it does;
 * the server tells a room's people of each other, and gives each connection its number. Binary, because there is much of it: a
 * cursor that moved is 6 to 10 bytes.
 *
 * A frame begins as an awareness message of a document without a name, so that whoever speaks Hocuspocus' protocol passes it over:
 *
 *     from a client    0 1  doing
 *     from the server  0 1  self  pace  came: number (id identity)…  left: number id…  news: (id doing)…
 *     doing            fields  [x y]  [x y zoom w h]  [number id…]  [saying]  [laser]  [follows]
 */
import {
  createDecoder,
  hasContent,
  readFloat32,
  readVarInt,
  readVarString,
  readVarUint,
  type Decoder,
} from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeFloat32,
  writeUint8Array,
  writeVarInt,
  writeVarString,
  writeVarUint,
  type Encoder,
} from 'lib0/encoding';
import type { Perspective } from './http.ts';
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

/** Who somebody is, by the server's word. */
export type Identity = {
  /** Same for one person's several tabs; null on an anonymous board. */
  readonly person: string | null;
  readonly name: string | null;
  readonly perspective: Perspective;
};

/** A connection's number on its board: from 1 up, and new with each connection. */
export type PresenceId = number;
/** Who follows it follows nobody. */
export const NOBODY: PresenceId = 0;

/** What a client says: what has changed of what it does, and whom it follows when that has. */
export type Told = { readonly doing: Partial<Doing>; readonly follows?: PresenceId };

export type Arrival = Identity & { readonly id: PresenceId };
export type News = { readonly id: PresenceId; readonly doing: Partial<Doing> };

/** What the server says to one connection. */
export type RoomNews = {
  /** The connection's own number, in a message that holds everybody: what was known before is over. Null in all others. */
  readonly self: PresenceId | null;
  /** Milliseconds between two messages: who tells more often tells in vain. */
  readonly paceMillis: number;
  readonly came: readonly Arrival[];
  readonly left: readonly PresenceId[];
  readonly news: readonly News[];
};

/** The same with its parts written already: most of them go to many. */
type WrittenNews = Omit<RoomNews, 'came' | 'news'> & {
  readonly came: readonly Uint8Array[];
  readonly news: readonly Uint8Array[];
};

const NO_DOCUMENT = 0;
const AWARENESS = 1;

const FIELD = { cursor: 1, noCursor: 2, view: 4, noView: 8, selected: 16, saying: 32, laser: 64, follows: 128 } as const;
const ALL_FIELDS = 255;
const OF_IDENTITY = { person: 1, name: 2, sector: 4, level: 8 } as const;

/** Farther out is no page; and 32 bits are 5 bytes at most. */
const FARTHEST = 2 ** 31 - 1;
const LARGEST_SCREEN = 2 ** 16;

export const isPresence = (frame: Uint8Array): boolean => frame[0] === NO_DOCUMENT && frame[1] === AWARENESS;

/** Rounds to whole units, and says no more than `readTold` takes. */
export const writeTold = ({ doing, follows }: Told): Uint8Array =>
  written((encoder) => {
    writeHead(encoder);
    writeDoing(encoder, doing, follows);
  });

/** Null for what no client of ours says. */
export const readTold = (frame: Uint8Array): Told | null =>
  frame.length > LIMITS.presenceBytes ? null : readAll(frame, readDoing);

export const writeArrival = ({ id, person, name, perspective: { sector, level } }: Arrival): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, id);
    const parts = { person, name, sector, level };
    const keys = (['person', 'name', 'sector', 'level'] as const).filter((key) => typeof parts[key] === 'string');
    writeVarUint(encoder, keys.reduce<number>((sum, key) => sum | OF_IDENTITY[key], 0));
    for (const key of keys) writeVarString(encoder, parts[key] ?? '');
  });

export const writeNews = ({ id, doing }: News): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, id);
    writeDoing(encoder, doing);
  });

export const writeRoomNews = ({ self, paceMillis, came, left, news }: WrittenNews): Uint8Array =>
  written((encoder) => {
    writeHead(encoder);
    writeVarUint(encoder, self ?? NOBODY);
    writeVarUint(encoder, Math.ceil(paceMillis));
    writeVarUint(encoder, came.length);
    for (const arrival of came) writeUint8Array(encoder, arrival);
    writeVarUint(encoder, left.length);
    for (const id of left) writeVarUint(encoder, id);
    for (const one of news) writeUint8Array(encoder, one);
  });

/** Null for what the server does not say. */
export const readRoomNews = (frame: Uint8Array): RoomNews | null =>
  readAll(frame, (decoder) => {
    const self = readVarUint(decoder);
    const paceMillis = readVarUint(decoder);
    const came = readMany(decoder, readArrival);
    const left = readMany(decoder, readVarUint);
    const news: News[] = [];
    while (hasContent(decoder)) news.push({ id: readVarUint(decoder), doing: readDoing(decoder).doing });
    return { self: self === NOBODY ? null : self, paceMillis, came, left, news };
  });

function written(write: (encoder: Encoder) => void): Uint8Array {
  const encoder = createEncoder();
  write(encoder);
  return toUint8Array(encoder);
}

function writeHead(encoder: Encoder): void {
  writeVarUint(encoder, NO_DOCUMENT);
  writeVarUint(encoder, AWARENESS);
}

function writeDoing(encoder: Encoder, { cursor, view, selected, saying, laser }: Partial<Doing>, follows?: number): void {
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
  writeVarUint(encoder, flags.reduce<number>((sum, flag) => sum | Number(flag), 0));
  if (pointed !== null) writePoint(encoder, pointed);
  if (seen !== null) writeView(encoder, seen);
  if (selected !== undefined) writeSelected(encoder, selected);
  if (saying !== undefined) writeVarString(encoder, (saying ?? '').slice(0, LIMITS.sayingCharacters));
  if (laser !== undefined) writeVarUint(encoder, laser ? 1 : 0);
  if (follows !== undefined) writeVarUint(encoder, follows);
}

function readDoing(decoder: Decoder): Told {
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

function readArrival(decoder: Decoder): Arrival {
  const id = readVarUint(decoder);
  const parts = readVarUint(decoder);
  const part = (key: keyof typeof OF_IDENTITY) => ((parts & OF_IDENTITY[key]) === 0 ? null : readVarString(decoder));
  // In the order they stand in.
  const [person, name, sector, level] = [part('person'), part('name'), part('sector'), part('level')];
  const perspective = { ...(sector !== null && { sector }), ...(level !== null && { level }) };
  return { id, person, name, perspective };
}

/** As many as it says: a number without so many behind it runs into the end, and holds no memory before that. */
function readMany<T>(decoder: Decoder, read: (decoder: Decoder) => T): T[] {
  const many: T[] = [];
  for (let left = readVarUint(decoder); left > 0; left -= 1) many.push(read(decoder));
  return many;
}

/** What a frame holds behind its head; null when it cannot be read to its end, or is no presence. */
function readAll<T>(frame: Uint8Array, read: (decoder: Decoder) => T): T | null {
  if (!isPresence(frame)) return null;
  try {
    const decoder = createDecoder(frame.subarray(2));
    const all = read(decoder);
    return hasContent(decoder) ? null : all;
  } catch {
    return null;
  }
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
