import type { Author, JoinResponse, Perspective } from '@samtavla/protocol';

/** What a note bears of whoever makes it. */
export type Signature = { readonly author: Author | null; readonly perspective: Perspective };

export function signatureOf({ participant, board }: Pick<JoinResponse, 'participant' | 'board'>): Signature {
  const author = board.anonymous || participant.name === null ? null : { id: participant.id, name: participant.name };
  return { author, perspective: participant.perspective };
}
