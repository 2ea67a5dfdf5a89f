/** Drag messages on their way to whoever has the document open: beside the gate, for they tell of no update. */
import type { Document } from '@hocuspocus/server';
import { BoardSocket } from './board-socket.ts';
import { statelessFrame } from './frame.ts';

/** To the others on the document; false when there is nobody to tell, or the sender has not got it open. */
export function relayDrag(document: Document | undefined, from: BoardSocket, frame: Uint8Array): boolean {
  if (document?.getConnections().some(({ webSocket }) => webSocket === from) !== true) return false;
  send(document, frame, from);
  return true;
}

/** From another node, where it was seen that the sender may write the document. */
export function showDrag(document: Document | undefined, text: string): void {
  if (document !== undefined) send(document, statelessFrame(document.name, text), null);
}

function send(document: Document, frame: Uint8Array, from: BoardSocket | null): void {
  for (const { webSocket } of document.getConnections())
    // Who is behind goes without: the next message says all of it again, and the drop comes with the document.
    if (webSocket !== from && webSocket instanceof BoardSocket && !webSocket.isBehind) webSocket.sendNow(frame);
}
