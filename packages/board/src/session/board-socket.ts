import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';

/**
 * The provider's socket, but for its queue. It keeps what is sent while the line is down and sends it before the handshake: a
 * frame a letter, each waiting at the server for those that were lost on the way. The handshake carries all of it at once.
 */
export class BoardSocket extends HocuspocusProviderWebsocket {
  get isOpen(): boolean {
    return this.webSocket?.readyState === WebSocket.OPEN;
  }

  override send(message: unknown): void {
    if (this.isOpen) super.send(message);
  }
}
