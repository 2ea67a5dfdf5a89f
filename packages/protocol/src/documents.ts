import { isBoardId, isParticipantId, type BoardId, type ParticipantId } from './ids.ts';

/** A board's documents. Who may write what is decided by which of these it is in (`grant.ts`), never by filtering updates. */
export const DOCUMENT_KINDS = ['plan', 'stage', 'canvas', 'desk', 'inbox'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The documents of which a board has one; a desk belongs to a participant. */
export type SharedDocumentKind = Exclude<DocumentKind, 'desk'>;

export type DocumentAddress =
  | { readonly board: BoardId; readonly kind: SharedDocumentKind }
  | { readonly board: BoardId; readonly kind: 'desk'; readonly owner: ParticipantId };

/** `<board>/plan`, `<board>/stage`, `<board>/canvas`, `<board>/inbox` or `<board>/desk/<participant>`. */
export function documentName(address: DocumentAddress): string {
  const name = `${address.board}/${address.kind}`;
  return address.kind === 'desk' ? `${name}/${address.owner}` : name;
}

/** The inverse of `documentName`; null for anything that is no document's name. */
export function parseDocumentName(name: string): DocumentAddress | null {
  const [board, kind, owner, ...rest] = name.split('/');
  if (board === undefined || kind === undefined || rest.length > 0 || !isBoardId(board)) return null;
  if (kind === 'desk') return owner !== undefined && isParticipantId(owner) ? { board, kind, owner } : null;
  if (owner !== undefined) return null;
  return kind === 'plan' || kind === 'stage' || kind === 'canvas' || kind === 'inbox' ? { board, kind } : null;
}
