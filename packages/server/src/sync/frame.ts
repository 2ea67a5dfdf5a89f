/**
 * What a client may send on the socket. Every frame is read whole before Hocuspocus sees it: what cannot be read costs its sender
 * the connection, and nothing reaches the code behind that would log, acknowledge or half-apply it.
 *
 * A frame: the document's name, a type, a body. A name with `\0` and a provider's own id behind it would be one more connection on
 * the same document, without end; none of our clients makes one, and it is no document's name.
 */
import { isPresence, LIMITS, parseDocumentName, readTold, type DocumentAddress, type Told } from '@samtavla/protocol';
import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding';
import { isReadableUpdate } from './readable-update.ts';
import { decodeStateVector } from 'yjs';

/** Hocuspocus' message types: those that clients send, and its answer to an update. */
export const TYPE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  syncReply: 4,
  stateless: 5,
  close: 7,
  syncStatus: 8,
  ping: 9,
  pong: 10,
} as const;
/** y-protocols' sync messages. */
const SYNC = { stateVector: 0, difference: 1, update: 2 } as const;
/** The one kind of authentication message that a client sends, and the server's no. */
export const AUTH = { token: 0, denied: 1 } as const;
/** Longer than any token of ours, shorter than anything worth keeping in memory. */
const TOKEN_CHARACTERS = 256;

/** A frame about a document. Yjs' own presence (`awareness`) is not ours: it is passed over, whatever is in it. */
export type DocumentFrame = {
  readonly document: string;
  readonly address: DocumentAddress;
  /** A `question` asks for the document, as far as the asker has not got it. */
  readonly kind: 'token' | 'question' | 'message' | 'close' | 'stateless' | 'awareness';
};

export type Frame = DocumentFrame | { readonly kind: 'presence'; readonly told: Told };

/** The frame, `alive` for a bare ping or pong, or null for what is neither. */
export function readFrame(bytes: Uint8Array): Frame | 'alive' | null {
  if (isSingle(bytes)) return bytes[0] === TYPE.ping || bytes[0] === TYPE.pong ? 'alive' : null;
  if (isPresence(bytes)) {
    const told = readTold(bytes);
    return told && { kind: 'presence', told };
  }
  try {
    return read(createDecoder(bytes));
  } catch {
    return null;
  }
}

/** A bare ping or pong, of no document. */
export const isSingle = (bytes: Uint8Array): boolean => bytes.length === 1;

/** The document of a frame that the server itself made. */
export const documentOfOutgoing = (bytes: Uint8Array): string => readVarString(createDecoder(bytes));

/** What a stateless frame, which `readFrame` has read, says. */
export function textOfStateless(bytes: Uint8Array): string {
  const decoder = createDecoder(bytes);
  readVarString(decoder);
  readVarUint(decoder);
  return readVarString(decoder);
}

export function statelessFrame(document: string, text: string): Uint8Array {
  const encoder = createEncoder();
  writeVarString(encoder, document);
  writeVarUint(encoder, TYPE.stateless);
  writeVarString(encoder, text);
  return toUint8Array(encoder);
}

function read(decoder: Decoder): DocumentFrame | null {
  const document = readVarString(decoder);
  if (document.length > LIMITS.documentNameCharacters) return null;
  const address = parseDocumentName(document);
  const kind = readBody(decoder);
  if (address === null || kind === null || hasContent(decoder)) return null;
  return { document, address, kind };
}

function readBody(decoder: Decoder): DocumentFrame['kind'] | null {
  switch (readVarUint(decoder)) {
    case TYPE.sync:
    case TYPE.syncReply:
      return readSync(decoder);
    case TYPE.awareness:
      readVarUint8Array(decoder);
      return 'awareness';
    case TYPE.auth:
      return readToken(decoder) ? 'token' : null;
    case TYPE.queryAwareness:
      return 'awareness';
    case TYPE.stateless:
      readVarString(decoder);
      return 'stateless';
    case TYPE.close:
      readVarString(decoder);
      return 'close';
    default:
      return null;
  }
}

function readSync(decoder: Decoder): 'question' | 'message' | null {
  const step = readVarUint(decoder);
  const payload = readVarUint8Array(decoder);
  if (step === SYNC.difference || step === SYNC.update) return isReadableUpdate(payload) ? 'message' : null;
  if (step !== SYNC.stateVector) return null;
  decodeStateVector(payload);
  return 'question';
}

function readToken(decoder: Decoder): boolean {
  const isToken = readVarUint(decoder) === AUTH.token && readVarString(decoder).length <= TOKEN_CHARACTERS;
  // Newer providers tell their version.
  if (hasContent(decoder)) readVarString(decoder);
  return isToken;
}
