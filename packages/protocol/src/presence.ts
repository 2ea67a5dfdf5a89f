/**
 * Presence on the wire: who is on a board, where they point and what they look at. A client tells what has changed of what it does;
 * the server tells a room's people of each other, and gives each connection its number. Binary, because there is much of it: a
 * cursor that moved is 6 to 10 bytes.
 *
 * A frame begins as an awareness message of a document without a name, so that whoever speaks Hocuspocus' protocol passes it over:
 *
 *     from a client    0 1  doing
 *     from the server  0 1  self [now]  pace  came: number (id identity)…  left: number id…  news: (id doing)…
 *     doing            fields  [x y]  [x y zoom w h]  [number id…]  [saying]  [laser]  [follows]
 */
import { createDecoder, hasContent, readVarString, readVarUint, type Decoder } from 'lib0/decoding';
import {
  createEncoder,
  toUint8Array,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  type Encoder,
} from 'lib0/encoding';
import { readDoing, readMany, writeDoing, type Doing } from './doing.ts';
import type { Perspective } from './http.ts';
import { ROLES, type Role } from './grant.ts';
import type { Millis } from './ids.ts';
import { LIMITS } from './limits.ts';

/** Who somebody is, by the server's word. */
export type Identity = {
  /** Same for one person's several tabs; null on an anonymous board. */
  readonly person: string | null;
  readonly name: string | null;
  readonly perspective: Perspective;
  /** What they may do here. */
  readonly role: Role;
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
  /** What time it is by the server's clock, in a message that says who one is. Null in all others. */
  readonly now: Millis | null;
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

const OF_IDENTITY = { person: 1, name: 2, sector: 4, level: 8 } as const;
/** Most are participants. */
const OF_ROLE = { participant: 0, facilitator: 16, viewer: 32 } as const;

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

export const writeArrival = ({ id, person, name, perspective: { sector, level }, role }: Arrival): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, id);
    const parts = { person, name, sector, level };
    const keys = (['person', 'name', 'sector', 'level'] as const).filter((key) => typeof parts[key] === 'string');
    writeVarUint(
      encoder,
      keys.reduce<number>((sum, key) => sum | OF_IDENTITY[key], OF_ROLE[role]),
    );
    for (const key of keys) writeVarString(encoder, parts[key] ?? '');
  });

export const writeNews = ({ id, doing }: News): Uint8Array =>
  written((encoder) => {
    writeVarUint(encoder, id);
    writeDoing(encoder, doing);
  });

export const writeRoomNews = ({ self, now, paceMillis, came, left, news }: WrittenNews): Uint8Array =>
  written((encoder) => {
    writeHead(encoder);
    writeVarUint(encoder, self ?? NOBODY);
    if (self !== null) writeVarUint(encoder, now ?? 0);
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
    const now = self === NOBODY ? null : (readVarUint(decoder) as Millis);
    const paceMillis = readVarUint(decoder);
    const came = readMany(decoder, readArrival);
    const left = readMany(decoder, readVarUint);
    const news: News[] = [];
    while (hasContent(decoder)) news.push({ id: readVarUint(decoder), doing: readDoing(decoder).doing });
    return { self: self === NOBODY ? null : self, now, paceMillis, came, left, news };
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

function readArrival(decoder: Decoder): Arrival {
  const id = readVarUint(decoder);
  const parts = readVarUint(decoder);
  const part = (key: keyof typeof OF_IDENTITY) => ((parts & OF_IDENTITY[key]) === 0 ? null : readVarString(decoder));
  // In the order they stand in.
  const [person, name, sector, level] = [part('person'), part('name'), part('sector'), part('level')];
  const perspective = { ...(sector !== null && { sector }), ...(level !== null && { level }) };
  const role = ROLES.find((each) => OF_ROLE[each] !== 0 && (parts & OF_ROLE[each]) !== 0) ?? 'participant';
  return { id, person, name, perspective, role };
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
