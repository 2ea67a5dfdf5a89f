import { votableIn as votableRecords, type Vote } from '@samtavla/protocol';
import { useMemo } from 'react';
import { readOutline } from '../../outline/follow-outline.ts';
import type { Connection } from '../../session/connection.ts';
import { votableIn, type Votable } from './votable.ts';

/** As the board is when it is asked for: what one is choosing among does not move under the hand. None where nothing on it is voted over. */
export function useVotable({ plan, canvas }: Connection, vote: Vote): readonly Votable[] {
  return useMemo(() => {
    if (vote.kind === 'fingers') return [];
    const docs = { plan: plan.doc, canvas: canvas.doc };
    return votableIn(readOutline(docs), votableRecords([plan.doc, canvas.doc], vote));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a vote is told apart by its id, and asks the same to its end
  }, [plan, canvas, vote.id]);
}
