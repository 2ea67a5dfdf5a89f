import { dotsOf, type RecordId, type Stage } from '@samtavla/protocol';

/** The dots of the latest vote that is counted, on what got any; empty while another is open, so that nobody votes by what others did. */
export function dotsShown({ votes }: Pick<Stage, 'votes'>): ReadonlyMap<RecordId, number> {
  const result = votes.at(-1)?.result ?? null;
  if (result === null) return new Map();
  const ids = [...Object.keys(result.dots), ...Object.keys(result.added)] as RecordId[];
  return new Map(ids.map((id) => [id, dotsOf(result, id)]));
}
