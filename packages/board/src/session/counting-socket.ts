import type { Unacknowledged } from './unacknowledged.ts';

/** A `WebSocket` class that shows every frame that really leaves or arrives to the counter of what is not acknowledged. */
export function countingSocket(counter: Pick<Unacknowledged, 'sent' | 'received'>): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener('message', ({ data }) => counter.received(new Uint8Array(data as ArrayBuffer)));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data);
      if (data instanceof Uint8Array) counter.sent(data);
    }
  };
}
