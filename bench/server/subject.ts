/** What a scenario needs to know of a server it measures. */
import type { SubjectName } from '../lib/results.ts';
import type { Address } from '../lib/wire-client.ts';

export type Room = {
  /** Lets one more person in. */
  admit(): Promise<Address>;
};

export type Subject = {
  readonly name: SubjectName;
  /** The file that Node runs. */
  readonly program: string;
  readonly acknowledges: boolean;
  makeRoom(port: number): Promise<Room>;
};
