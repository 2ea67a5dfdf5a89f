/** What a scenario needs to know of a server it measures. */
import type { Program } from '../lib/scenario.ts';
import type { Address } from '../lib/wire-client.ts';
import type { Member } from './member.ts';

export type Room = {
  /** Lets one more person in. */
  admit(): Promise<Address>;
};

/** A server that speaks Yjs. */
export type Subject = Program & {
  readonly acknowledges: boolean;
  makeRoom(port: number): Promise<Room>;
};

/** A server of any kind, of which is known how people work together there. */
export type CrowdSubject = Program & {
  makeRoom(port: number): Promise<{ enter(reads: boolean): Promise<Member> }>;
};
