import { dotsOf, type RecordId, type Stage } from '@samtavla/protocol';

/** The dots of the latest vote where it is by dots and counted, on what got any; empty while another is open, so that nobody votes by what others did. */
export function dotsShown({ votes }: Pick<Stage, 'votes'>): ReadonlyMap<RecordId, number> {
  const vote = votes.at(-1);
  if (vote?.kind !== 'dots' || vote.result === null) return new Map();
  const { result } = vote;
  const ids = [...Object.keys(result.dots), ...Object.keys(result.added)] as RecordId[];
  return new Map(ids.map((id) => [id, dotsOf(result, id)]));
}
