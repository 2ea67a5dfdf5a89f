import { HocuspocusProviderWebsocket, type onCloseParameters } from '@hocuspocus/provider';
import { decodeUpdate } from 'yjs';
import { readSyncFrame, SYNC_STEP_1, SYNC_STEP_2, type SyncFrame } from './sync-frame.ts';

/** The code with which the provider gives up a line that has been silent, when the browser does not close the socket. */
const GIVEN_UP = 4408;

/** A line that was asked something and says nothing for so long is dead. Ten times what a bad phone line takes to answer. */
const SILENCE_MILLIS = 3_000;

/** The provider's socket, but for what loses work on a bad line, and for writes that would be refused. */
export class BoardSocket extends HocuspocusProviderWebsocket {
  private givingUp = false;
  private isOver = false;
  private looking: ReturnType<typeof setTimeout> | undefined;
  private readonly reading = new Map<string, () => void>();
  /** The documents of which all that the server lacked has gone over the socket of now. */
  private readonly answered = new Set<string>();
  private answeredOver: unknown = null;

  get isOpen(): boolean {
    return this.webSocket?.readyState === WebSocket.OPEN;
  }

  /**
   * Sends, or leaves it to the next handshake, which carries all the server lacks. The provider would keep it and send it before
   * the handshake: a frame a letter, each waiting at the server for those that were lost on the way.
   */
  override send(message: unknown): void {
    if (this.isOpen && !this.isHeldBack(message)) super.send(message);
  }

  /**
   * Sends no write to a document: the provider answers every handshake with one, which the server refuses where it brings anything.
   * That it would is told: who writes nothing can only know more than the server when the server has been set back.
   */
  readOnly(document: string, onNews: () => void): void {
    this.reading.set(document, onNews);
  }

  /**
   * The line may have changed. A broken one is tried again at once; one that seems whole is asked something, and given up after a few
   * seconds of silence instead of the provider's half a minute.
   */
  look(ask: () => void): void {
    if (!this.isOpen) {
      void this.connect();
      return;
    }
    const { webSocket, lastMessageReceived } = this;
    ask();
    clearTimeout(this.looking);
    this.looking = setTimeout(() => {
      if (this.webSocket === webSocket && this.lastMessageReceived === lastMessageReceived) this.giveUp();
    }, SILENCE_MILLIS);
  }

  /** The provider tries again some time after each close, also when it was told to stop in between. */
  override async connect(): Promise<void> {
    if (!this.isOver) await super.connect();
  }

  override disconnect(): void {
    this.isOver = true;
    super.disconnect();
  }

  override destroy(): void {
    clearTimeout(this.looking);
    super.destroy();
  }

  private giveUp(): void {
    this.onClose({ event: { code: GIVEN_UP, reason: 'silent' } });
  }

  private isHeldBack(message: unknown): boolean {
    const sync = message instanceof Uint8Array ? readSyncFrame(message) : null;
    if (sync === null || sync.step === SYNC_STEP_1) return false;
    const onNews = this.reading.get(sync.document);
    if (onNews === undefined) return this.isEarly(sync);
    // The deletions of a whole document are in every answer: they say nothing.
    if (decodeUpdate(sync.payload()).structs.length > 0) onNews();
    return true;
  }

  /**
   * A change that leaves before the handshake has brought what came before it waits at the server, but what it deletes is gone at
   * once: a note that is moved then loses its place, for good if this page never comes back. The handshake carries it.
   */
  private isEarly({ document, step }: SyncFrame): boolean {
    if (this.answeredOver !== this.webSocket) this.answered.clear();
    this.answeredOver = this.webSocket;
    if (step === SYNC_STEP_2) this.answered.add(document);
    const isEarly = !this.answered.has(document);
    if (isEarly) this.emit('early', { document });
    return isEarly;
  }

  /** Tells the documents too that a line was given up; the provider does not, and they go on as if in step. */
  override onClose(parameters: onCloseParameters): void {
    if (parameters.event.code !== GIVEN_UP || this.givingUp) {
      super.onClose(parameters);
      return;
    }
    this.givingUp = true;
    this.emit('close', parameters);
    this.givingUp = false;
  }
}
