/** What the bench needs to know of a board that phones join. */
import type { SampleNote } from '../canvas/content.ts';
import type { Program } from '../lib/scenario.ts';
import type { Member } from '../server/member.ts';

/** A board that somebody is on, over a line of their own. */
export type PeopledBoard = {
  readonly peer: Member;
  /** What a phone opens, where `host` is the server. */
  readonly addressAt: (host: string) => string;
};

export type JoinSubject = Program & {
  /** Where the page script is that joins and writes. */
  readonly finger: string;
  makeBoard(port: number, content: readonly SampleNote[]): Promise<PeopledBoard>;
};
