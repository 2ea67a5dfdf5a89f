import type { StoredSession } from '../session/stored-session.ts';

/**
 * The link this device's facilitator came by. Its origin is that of the other links, which the server made for others to open:
 * this page's own may be `localhost`.
 */
export function facilitatorLink({ joined, secret }: StoredSession, origin: string): string {
  return `${origin}/t/${joined.board.id}#${secret}`;
}
