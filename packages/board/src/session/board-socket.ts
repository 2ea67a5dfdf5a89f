import { HocuspocusProviderWebsocket, type onCloseParameters } from '@hocuspocus/provider';

/** The code with which the provider gives up a line that has been silent, when the browser does not close the socket. */
const GIVEN_UP = 4408;

/** The provider's socket, but for two things that lose work on a bad line. */
export class BoardSocket extends HocuspocusProviderWebsocket {
  private givingUp = false;

  get isOpen(): boolean {
    return this.webSocket?.readyState === WebSocket.OPEN;
  }

  /**
   * Sends, or leaves it to the next handshake, which carries all the server lacks. The provider would keep it and send it before
   * the handshake: a frame a letter, each waiting at the server for those that were lost on the way.
   */
  override send(message: unknown): void {
    if (this.isOpen) super.send(message);
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
