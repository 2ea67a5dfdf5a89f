/** Votes with dots over what stands in zones. A vote is a part of the stage; ballots are in no document. */
import type * as Y from 'yjs';
import type { Millis, RecordId } from '../ids.ts';
import { recordsOfKind, zoneIdOf } from './records.ts';

/** `closing`: ballots that were on their way still count; `counting`: none is taken any more, and the result is worked out. */
export const VOTE_STATES = ['open', 'closing', 'counting', 'closed'] as const;
export type VoteState = (typeof VOTE_STATES)[number];

/** How many dots each record got. */
export type Dots = Readonly<Record<RecordId, number>>;

export type VoteResult = {
  /** How many people gave a dot. */
  readonly ballots: number;
  readonly dots: Dots;
  /** Counted by a facilitator, of those in the room without a device. */
  readonly added: Dots;
};

export type Vote = {
  readonly id: string;
  /** Notes and themes in these may be given dots. */
  readonly zones: 'all' | readonly RecordId[];
  /** And no others than these; null for all that stand there. */
  readonly among: readonly RecordId[] | null;
  /** How many dots each person has, and how many of them may be on one thing. */
  readonly dots: number;
  readonly most: number;
  readonly state: VoteState;
  /** When what is closing is closed, by the server's clock; else null. */
  readonly closedAt: Millis | null;
  /** Secret until it is closed: null before. */
  readonly result: VoteResult | null;
};

/** What a person's dots are on. */
export type Ballot = {
  readonly votes: Dots;
  /** Grows with each change: an older one that comes late never wins. */
  readonly revision: number;
};

/** Whether a ballot keeps to the vote's dots. What it is on is looked at when they are counted: it may be gone by then. */
export function isWithin({ dots, most }: Pick<Vote, 'dots' | 'most'>, votes: Dots): boolean {
  const given = Object.values(votes);
  return given.every((count) => count >= 1 && count <= most) && given.reduce((sum, count) => sum + count, 0) <= dots;
}

/** The notes and themes that may be given dots now. */
export function votableIn(docs: readonly Y.Doc[], { zones, among }: Pick<Vote, 'zones' | 'among'>): Set<RecordId> {
  const isAmong = (id: RecordId) => among === null || among.includes(id);
  const found = new Set<RecordId>();
  for (const doc of docs)
    for (const kind of ['note', 'theme'] as const)
      for (const [id, record] of recordsOfKind(doc, kind)) {
        const zone = zoneIdOf(record);
        if (isAmong(id) && (zones === 'all' || (zone !== null && zones.includes(zone)))) found.add(id);
      }
  return found;
}

export function tallied(ballots: readonly Ballot[], votable: ReadonlySet<RecordId>): Omit<VoteResult, 'added'> {
  const dots: Record<RecordId, number> = {};
  for (const { votes } of ballots)
    for (const [id, count] of Object.entries(votes) as [RecordId, number][])
      if (votable.has(id)) dots[id] = (dots[id] ?? 0) + count;
  return { ballots: ballots.filter(({ votes }) => Object.keys(votes).length > 0).length, dots };
}

/** All dots that something got, and who counted them. */
export const dotsOf = ({ dots, added }: Pick<VoteResult, 'dots' | 'added'>, id: RecordId): number =>
  (dots[id] ?? 0) + (added[id] ?? 0);

/** How many have voted, and nothing of what or who; beside the stage, as the writers of a round. */
export function writeVoters(stage: Y.Doc, vote: string, count: number): void {
  stage.getMap<unknown>('stage').set('voters', { vote, count });
}

/** 0 where nobody has. */
export function readVoters(stage: Y.Doc, of: string): number {
  const value = stage.getMap<unknown>('stage').get('voters');
  if (typeof value !== 'object' || value === null) return 0;
  const { vote, count } = value as Record<string, unknown>;
  return vote === of && typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : 0;
}
