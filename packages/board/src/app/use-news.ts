import { now } from '@samtavla/protocol';
import { useEffect, useEffectEvent } from 'react';
import { followNews, type NewsItem } from '../outline/news.ts';
import type { Connection } from '../session/connection.ts';
import { whenIdle } from '../ui/when-idle.ts';

/** Told when nothing more has come for so long, and at the latest after so long: many small things at once are one sentence. */
const REST_MILLIS = 2_000;
const LATEST_MILLIS = 8_000;

/** What others do from when the board is in step, in batches. */
export function useNews(connection: Connection, tell: (items: readonly NewsItem[]) => Promise<void>): void {
  const told = useEffectEvent(tell);
  useEffect(() => {
    const { link, plan, canvas, joined } = connection;
    const me = joined.board.anonymous ? null : joined.participant.id;
    let stop = () => {};
    let isOver = false;
    const begin = () => {
      if (isOver) return;
      const news = followNews({ plan: plan.doc, canvas: canvas.doc }, me, now);
      const batch = inBatches(() => {
        const items = news.take();
        // What cannot be told now is not kept: it stands on the board.
        if (items.length > 0) void told(items).catch(() => {});
      });
      news.subscribe(batch.add);
      stop = () => {
        batch.stop();
        news.close();
      };
    };
    const waitForStep = () => {
      if (link.get().state !== 'online') return;
      stopWaiting();
      whenIdle(begin);
    };
    const stopWaiting = link.subscribe(waitForStep);
    waitForStep();
    return () => {
      isOver = true;
      stopWaiting();
      stop();
    };
  }, [connection]);
}

function inBatches(done: () => void) {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let latest: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(resting);
    clearTimeout(latest);
    latest = undefined;
  };
  const end = () => {
    stop();
    done();
  };
  const add = () => {
    clearTimeout(resting);
    resting = setTimeout(end, REST_MILLIS);
    latest ??= setTimeout(end, LATEST_MILLIS);
  };
  return { add, stop };
}
