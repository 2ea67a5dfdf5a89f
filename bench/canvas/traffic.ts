/** What goes over the line to and from a page, as the browser counts it: a WebSocket's frames without their few bytes of head. */
import type { CDPSession } from '@playwright/test';

export type Bytes = { readonly received: number; readonly sent: number; readonly code: number };

const CODE: readonly string[] = ['Script', 'Stylesheet', 'Font', 'Image'];
const TEXT = 1;
const LOOK_AGAIN_MILLIS = 50;

type Frame = { readonly response: { readonly opcode: number; readonly payloadData: string } };

export class Traffic {
  /** Documents, by WebSocket and HTTP. */
  #received = 0;
  #sent = 0;
  /** Scripts, styles, fonts and pictures. */
  #code = 0;
  #last = performance.now();

  static async of(session: CDPSession): Promise<Traffic> {
    const traffic = new Traffic();
    const kinds = new Map<string, string>();
    session.on('Network.webSocketFrameReceived', (frame) => (traffic.#received += traffic.#sizeOf(frame)));
    session.on('Network.webSocketFrameSent', (frame) => (traffic.#sent += traffic.#sizeOf(frame)));
    session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      traffic.#last = performance.now();
      if (CODE.includes(kinds.get(requestId) ?? '')) traffic.#code += encodedDataLength;
      else traffic.#received += encodedDataLength;
    });
    await session.send('Network.enable');
    return traffic;
  }

  now(): Bytes {
    return { received: this.#received, sent: this.#sent, code: this.#code };
  }

  /** Resolves when nothing has come or gone for a while. */
  async quiet(millis: number): Promise<void> {
    this.#last = performance.now();
    while (performance.now() - this.#last < millis)
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MILLIS));
  }

  #sizeOf({ response: { opcode, payloadData } }: Frame): number {
    this.#last = performance.now();
    // The browser gives binary frames in base64.
    return Buffer.byteLength(payloadData, opcode === TEXT ? 'utf8' : 'base64');
  }
}
