/** Tells the others where this person drags records, as seldom as still looks fluent. */
import { LIMITS, randomId, writeDrag, type Place, type RecordId } from '@samtavla/protocol';
import type { Drags } from '../binding/drags.ts';
import { pageClock, type Clock } from './clock.ts';

/** 20 Hz looks fluent when the receiver glides between two places. */
export const TICK_MILLIS = 50;
/** Who holds still says so once a second, well before the others take them for gone. */
const STILL_TICKS = 20;

type Places = ReadonlyMap<RecordId, Place>;

/** @param by answers with the sender's id in presence */
export function dragSender(
  send: (text: string) => void,
  by: () => string,
  clock: Clock = pageClock,
): Pick<Drags, 'tell' | 'end'> {
  let gesture: { readonly id: string; n: number; latest: Places; isNews: boolean; ticks: number } | null = null;
  let stopTicking = () => {};

  const say = (end: boolean): void => {
    if (gesture === null) return;
    const places = [...gesture.latest].map(([id, [x, y, rotation]]) => [id, tidy(x), tidy(y), tidy(rotation)] as const);
    send(writeDrag({ gesture: gesture.id, n: gesture.n, by: by(), places, end }));
    gesture.n += 1;
    gesture.isNews = false;
    gesture.ticks = 0;
  };
  const tick = (): void => {
    if (gesture === null) return;
    gesture.ticks += 1;
    if (gesture.isNews || gesture.ticks >= STILL_TICKS) say(false);
  };
  return {
    tell(places) {
      if (places.size > LIMITS.draggedRecords) return;
      if (gesture !== null) {
        gesture.latest = places;
        gesture.isNews = true;
      } else if (places.size > 0) {
        gesture = { id: randomId(), n: 0, latest: places, isNews: false, ticks: 0 };
        say(false);
        stopTicking = clock.every(TICK_MILLIS, tick);
      }
    },
    end(places) {
      if (gesture === null) return;
      stopTicking();
      gesture.latest = places.size > LIMITS.draggedRecords ? new Map() : places;
      say(true);
      gesture = null;
    },
  };
}

/** A thousandth of a page unit or of a radian is less than anybody sees. */
const tidy = (value: number): number => Math.round(value * 1000) / 1000;
