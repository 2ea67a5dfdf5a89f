import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';

/** Hocuspocus' message type for what Yjs' sync protocol says, and that protocol's messages. */
const SYNC = 0;
export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;

/** A ping and its pong are a type alone, without a document's name. */
export const PING_BYTES = 1;

export type SyncFrame = { readonly document: string; readonly step: number; readonly payload: () => Uint8Array };

/** A frame of the sync protocol; null for any other. */
export function readSyncFrame(frame: Uint8Array): SyncFrame | null {
  if (frame.length <= PING_BYTES) return null;
  const decoder = createDecoder(frame);
  const document = readVarString(decoder);
  if (readVarUint(decoder) !== SYNC) return null;
  const step = readVarUint(decoder);
  return { document, step, payload: () => readVarUint8Array(decoder) };
}
