/** What time it is by the server's clock, which is the one that phases end by: a device's own may be minutes off. */
import { now as deviceNow, type Millis } from '@samtavla/protocol';

export type ServerTime = {
  readonly now: () => Millis;
  /** The server has said what time it is. */
  readonly heard: (now: Millis) => void;
};

/** By the device's clock until the server has been heard. */
export function serverTime(): ServerTime {
  let ahead = 0;
  return {
    now: () => (deviceNow() + ahead) as Millis,
    heard(now) {
      ahead = now - deviceNow();
    },
  };
}
