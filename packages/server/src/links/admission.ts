import {
  accessTo,
  randomId,
  type BoardId,
  type JoinRequest,
  type Millis,
  type NamedChoice,
  type ParticipantId,
  type Perspective,
} from '@samtavla/protocol';
import type { BoardView } from '../boards/board-view.ts';
import { emptyDocument } from '../boards/seed.ts';
import { Refused } from '../refused.ts';
import type { Link, Participant, Session, Storage } from '../storage/storage.ts';
import { hasEnded } from './link-book.ts';
import { hashOf, newSecret, sameHash } from './secrets.ts';

export type Admitted = { readonly token: string; readonly participant: Participant };
type Joining = Pick<JoinRequest, 'name' | 'perspective' | 'joinKey' | 'token'>;

/** Sessions: who holds which token, and how one gets one. */
export class Admission {
  readonly #storage: Storage;
  readonly #now: () => Millis;

  constructor(storage: Storage, now: () => Millis) {
    this.#storage = storage;
    this.#now = now;
  }

  /**
   * The session behind a token, on this board only. Refuses one that is over.
   * @param evenDeleted for what can be done on a deleted board
   */
  async session(board: BoardId, token: string, { evenDeleted = false } = {}): Promise<Session | null> {
    const session = await this.#everKnown(board, token);
    if (session?.isRemoved === true) throw new Refused('removed');
    if (session?.isOver === true) throw new Refused('link-closed');
    if (session !== null && hasEnded(session, this.#now())) throw new Refused('link-ended');
    if (session !== null && !evenDeleted && (await this.#storage.deletion(board)) !== null)
      throw new Refused('board-deleted');
    return session;
  }

  async #everKnown(board: BoardId, token: string): Promise<Session | null> {
    const session = await this.#storage.session(hashOf(token));
    return session?.participant.board === board ? session : null;
  }

  /**
   * Lets in whoever came by this link. The caller has found it open; where it was closed since, so is the session, from its first
   * moment on.
   */
  async join(view: BoardView, { role, hash: link }: Link, joining: Joining): Promise<Admitted> {
    const board = view.facts.id;
    const known = await this.#knownAs(board, joining);
    if (known.participant === null && role !== 'facilitator') await this.#checkDoor(board);
    const participant: Participant = {
      id: known.participant?.id ?? (randomId() as ParticipantId),
      board,
      name: nameOf(view, joining, known.participant),
      perspective: joining.perspective
        ? chosen(view, joining.perspective)
        : stillListed(view, known.participant?.perspective ?? {}),
    };
    const isSame = known.link !== null && sameHash(known.link, link);
    const token = isSame && joining.token !== undefined ? joining.token : newSecret();
    const id = await this.#storage.admit({
      participant,
      joinKeyHash: joining.joinKey === undefined ? null : hashOf(joining.joinKey),
      session: { tokenHash: hashOf(token), role, link, createdAt: this.#now() },
      desk: hasDesk(board, role, participant.id) ? emptyDocument() : null,
    });
    return { token, participant: { ...participant, id } };
  }

  async #checkDoor(board: BoardId): Promise<void> {
    if ((await this.#storage.stage(board))?.door === 'closed') throw new Refused('door-closed');
  }

  /** Also by a session that is over: who was thrown out and has the new link is the same person. Who was removed is not. */
  async #knownAs(
    board: BoardId,
    { token, joinKey }: Joining,
  ): Promise<{ participant: Participant | null; link: Session['link'] | null }> {
    const ever = token === undefined ? null : await this.#everKnown(board, token);
    const session = ever?.isRemoved === true ? null : ever;
    if (session !== null || joinKey === undefined)
      return { participant: session?.participant ?? null, link: session?.link ?? null };
    return { participant: await this.#storage.participantByJoinKey(board, hashOf(joinKey)), link: null };
  }
}

function nameOf(view: BoardView, joining: Joining, known: Participant | null): string | null {
  if (view.facts.anonymous) return null;
  const name = joining.name ?? known?.name ?? null;
  if (name === null) throw new Refused('name-missing');
  return name;
}

/** A perspective is shown with notes and counted, never a place for free text: only what is on the board's own lists goes in. */
function chosen(view: BoardView, perspective: Perspective): Perspective {
  const listed = stillListed(view, perspective);
  if (listed.sector !== perspective.sector || listed.level !== perspective.level) throw new Refused('bad-request');
  return listed;
}

/** A facilitator may have changed the lists since. */
function stillListed({ perspectives }: BoardView, { sector, level }: Perspective): Perspective {
  const isIn = (list: readonly NamedChoice[], id: string | undefined) => list.some((choice) => choice.id === id);
  return {
    ...(sector !== undefined && isIn(perspectives.sectors, sector) && { sector }),
    ...(level !== undefined && isIn(perspectives.levels, level) && { level }),
  };
}

const hasDesk = (board: BoardId, role: Link['role'], owner: ParticipantId): boolean =>
  accessTo(role, owner, { board, kind: 'desk', owner }) !== 'none';
