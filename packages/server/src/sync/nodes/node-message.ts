/** What one node says to the others about a board. Only nodes of one version speak to each other, and only those with the key. */
import type { PresenceId } from '@samtavla/protocol';
import { createDecoder, readAny } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeAny } from 'lib0/encoding';
import type { RowId } from '../../storage/storage.ts';

export type Row = { readonly row: RowId; readonly update: Uint8Array };

export type NodeMessage =
  /** These updates of a document are on disk, as these rows. */
  | { readonly kind: 'rows'; readonly document: string; readonly rows: readonly Row[] }
  /** These rows are in the document's snapshot now. */
  | { readonly kind: 'folded'; readonly document: string; readonly basedOn: number; readonly rows: readonly RowId[] }
  /** There is something in the log that was not told. */
  | { readonly kind: 'look' }
  /** Somebody's session may be over. */
  | { readonly kind: 'sessions' }
  /** A drag message, and the number that its sender has in the node's presence. */
  | { readonly kind: 'drag'; readonly document: string; readonly by: PresenceId; readonly text: string }
  /** What the node's own people do, as the protocol writes it. */
  | { readonly kind: 'presence'; readonly news: Uint8Array }
  /** A node that has just come asks who is here. */
  | { readonly kind: 'who' };

/** Counts up when a message changes: nodes of two versions, side by side during an update, then find what is new in the log alone. */
export const NODE_VERSION = 1;

export function writeNodeMessage(message: NodeMessage): Uint8Array {
  const encoder = createEncoder();
  writeAny(encoder, message as Parameters<typeof writeAny>[1]);
  return toUint8Array(encoder);
}

export const readNodeMessage = (bytes: Uint8Array): NodeMessage => readAny(createDecoder(bytes)) as NodeMessage;
