/** A phone opens a board that somebody is on, and writes a note that the other sees. */
import type { Browser } from '@playwright/test';
import { contentOf } from '../canvas/content.ts';
import type { Samples, Series } from '../lib/results.ts';
import type { Scenario } from '../lib/scenario.ts';
import { wallClock } from '../lib/wall-clock.ts';
import type { Member } from '../server/member.ts';
import type { Tallied } from './line-tally.ts';
import { PhoneLine } from './phone-line.ts';
import { Phone } from './phone.ts';
import type { JoinSubject } from './subject.ts';

const KILOBYTE = 1000;
/** Both since the address was called. */
export const READY = 'join.ready';
export const FIRST_NOTE = 'join.first-note';

export const scenarioOf = (notes: number): string =>
  `a phone joins ${notes === 0 ? 'an empty board' : `a board of ${notes} notes`}`;

/** @param slowdown how many times slower than this machine the phone is */
export function phoneJoins(notes: number, browser: Browser, slowdown: number): Scenario<JoinSubject> {
  const scenario = scenarioOf(notes);
  return {
    name: scenario,
    run: async (subject, server, samples) => {
      const { peer, addressAt } = await subject.makeBoard(server.port, contentOf(notes));
      // Whoever is alone on a board of tldraw's sends once a second: somebody shows that they are there.
      peer.point({ x: 0, y: 0 });
      const line = await PhoneLine.to(server.port);
      const phone = await Phone.with(subject, browser, slowdown);
      try {
        const seen = firstNoteSeenBy(peer);
        const { openedAt, readyAt } = await phone.join(addressAt(line.host));
        const seenAt = await seen;
        if (seenAt < readyAt) throw new Error('A note came that the phone had not written.');
        const times = { ready: readyAt - openedAt, firstNote: seenAt - openedAt };
        record(samples, { subject: subject.name, scenario }, { ...times, ...line.tally.until(readyAt) });
      } finally {
        await phone.leave();
        line.close();
        peer.close();
      }
    },
  };
}

/** By the wall clock: when a note that somebody else has made came to them. */
const firstNoteSeenBy = (peer: Member): Promise<number> =>
  new Promise((resolve) => void peer.onOthersMove(() => resolve(wallClock())));

type Times = { readonly ready: number; readonly firstNote: number };

function record(
  samples: Samples,
  of: Pick<Series, 'subject' | 'scenario'>,
  { ready, firstNote, bytes, requests }: Times & Tallied,
): void {
  const add = (metric: string, unit: string, value: number) => samples.add({ ...of, metric, unit }, [value]);
  add(READY, 'ms', ready);
  add(FIRST_NOTE, 'ms', firstNote);
  for (const kind of ['JS', 'CSS and fonts', 'all'] as const) add(`join.bytes, ${kind}`, 'kB', bytes[kind] / KILOBYTE);
  add('join.requests', 'number', requests);
}
