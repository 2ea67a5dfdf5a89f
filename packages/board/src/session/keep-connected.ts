/**
 * A board's connection, and another one in its place where what was written here was not taken: the canvas was closed while this device
 * had no line. What the page shows would be nobody else's, so that is put aside, the board is opened as everybody has it, and when
 * writing opens again it is opened once more with what lay aside. Yjs takes the same change once, whichever way it comes.
 */
import type { JoinResponse } from '@samtavla/protocol';
import * as Y from 'yjs';
import { wipeCopy } from './copy/copies-of-board.ts';
import { connect, mayBegin, type Connection } from './connection.ts';

export type Connected = {
  readonly connection: Connection;
  /** All that was here when something of it was refused, as an update of the canvas; null when nothing was. */
  readonly aside: Uint8Array | null;
};

export type KeptConnection = {
  /** Gives up what lies aside, for good. */
  discard(): void;
  close(): void;
};

/** So long at most until what lies aside is sent: a hall's phones do not come in one moment. */
const SPREAD_MILLIS = 1_500;

/** @param show called with the first connection at once, and with each that takes its place */
export function keepConnected(
  joined: JoinResponse,
  url: string,
  { keepsCopy }: { readonly keepsCopy: boolean },
  show: (connected: Connected) => void,
): KeptConnection {
  let leave = () => {};
  const open = (aside: Uint8Array | null, brought: Uint8Array | null) => {
    leave();
    const connection = connect(joined, url, { keepsCopy, liesAside: aside !== null, brought });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isTime = () => connection.link.get().state === 'online' && mayBegin(joined, connection.stage.get());
    const bring = () => {
      timer = undefined;
      if (isTime()) open(null, aside);
    };
    const look = () => {
      if (aside !== null && isTime()) timer ??= setTimeout(bring, Math.random() * SPREAD_MILLIS);
    };
    const putAside = () => {
      const all = Y.encodeStateAsUpdate(connection.canvas.doc);
      open(aside === null ? all : Y.mergeUpdates([aside, all]), null);
    };
    const stops = [
      connection.isRefused.subscribe(putAside),
      connection.link.subscribe(look),
      connection.stage.subscribe(look),
    ];
    leave = () => {
      for (const stop of stops) stop();
      clearTimeout(timer);
      connection.close();
    };
    show({ connection, aside });
  };
  open(null, null);
  return {
    discard() {
      void (keepsCopy ? wipeCopy(joined.documents.canvas) : Promise.resolve()).then(() => open(null, null));
    },
    close: () => leave(),
  };
}
