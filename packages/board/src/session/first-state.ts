import { PROTOCOL_VERSION, VERSION_HEADER, type BoardId } from '@samtavla/protocol';

/** A line on which it has not come by then is better used by the socket alone. */
const PATIENCE_MILLIS = 10_000;

/**
 * The whole canvas as one compressed response (Yjs V2): 2 000 notes are under 90 kB so, and over 1 MB through the socket, which
 * then brings only what came after. Null when it cannot be had: the socket brings all, and says why where there is a reason.
 */
export async function firstState(board: BoardId, token: string): Promise<Uint8Array | null> {
  try {
    const response = await fetch(`/api/boards/${board}/documents/canvas/state`, {
      headers: { [VERSION_HEADER]: String(PROTOCOL_VERSION), authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
