import { ROLES, type BoardId, type Millis, type Role } from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import type { Link, Staying, Storage } from '../storage/storage.ts';
import type { LinkVault } from './link-vault.ts';
import { hashOf, newSecret, sameHash } from './secrets.ts';

export type NewLinks = { readonly links: readonly Link[]; readonly secrets: Readonly<Record<Role, string>> };
/** A secret for each role whose link may be shown again; null where the link is closed. */
export type ShownSecrets = Readonly<Record<'participant' | 'viewer', ShownSecret | null>>;
export type ShownSecret = { readonly secret: string; readonly endsAt: Millis | null };

type LinkStorage = Pick<Storage, 'links' | 'closeLink' | 'rotateLink' | 'endLink'>;

/** A board's links: one open secret a role, and those that were closed. */
export class LinkBook {
  readonly #storage: LinkStorage;
  readonly #vault: LinkVault;
  readonly #now: () => Millis;

  constructor(storage: LinkStorage, vault: LinkVault, now: () => Millis) {
    this.#storage = storage;
    this.#vault = vault;
    this.#now = now;
  }

  make(board: BoardId): NewLinks {
    const secrets = { facilitator: newSecret(), participant: newSecret(), viewer: newSecret() };
    return { links: ROLES.map((role) => this.#linkOf(board, role, secrets[role])), secrets };
  }

  /** The link behind a secret on this board. Refuses an unknown board, a wrong secret and a closed link. */
  async linkBehind(board: BoardId, secret: string): Promise<Link> {
    const links = await this.#storage.links(board);
    if (links.length === 0) throw new Refused('board-unknown');
    const hash = hashOf(secret);
    const link = links.find((one) => sameHash(one.hash, hash));
    if (link === undefined) throw new Refused('link-wrong');
    if (link.closedAt !== null) throw new Refused('link-closed');
    if (hasEnded(link, this.#now())) throw new Refused('link-ended');
    return link;
  }

  /** The secrets a facilitator may see again. */
  async secrets(board: BoardId): Promise<ShownSecrets> {
    const links = await this.#storage.links(board);
    const open = (role: Role) => {
      const link = links.find((one) => one.role === role && one.closedAt === null);
      if (link === undefined) return null;
      const secret = link.sealed && this.#vault.open(board, role, link.sealed);
      if (secret === null)
        throw new Error('A stored link cannot be decrypted: SECRET_KEY is not the one it was stored with.');
      return { secret, endsAt: link.endsAt };
    };
    return { participant: open('participant'), viewer: open('viewer') };
  }

  /**
   * A new link for the role, with a secret of its own; the earlier one is closed, and its end is the new one's too unless it has
   * passed. Resolves to the secret.
   */
  async rotate(board: BoardId, role: Role, staying: Staying): Promise<string> {
    const secret = newSecret();
    const before = (await this.#storage.links(board)).find((link) => link.role === role && link.closedAt === null);
    const endsAt = before === undefined || hasEnded(before, this.#now()) ? null : before.endsAt;
    const link = { ...this.#linkOf(board, role, secret), endsAt };
    await this.#storage.rotateLink(board, link, this.#now(), staying);
    return secret;
  }

  /** Gives the role's link an end, or takes it off. A board must not run out of facilitators' links. */
  async end(board: BoardId, role: Role, endsAt: Millis | null): Promise<void> {
    if (role === 'facilitator') throw new Refused('last-facilitator-link');
    if (endsAt !== null && endsAt <= this.#now()) throw new Refused('end-passed');
    if (!(await this.#storage.endLink(board, role, endsAt))) throw new Refused('link-closed');
  }

  /** Closes the role's link. A board without a facilitator's link would be nobody's: that one can only be replaced. */
  async close(board: BoardId, role: Role): Promise<void> {
    if (role === 'facilitator') throw new Refused('last-facilitator-link');
    await this.#storage.closeLink(board, role, this.#now());
  }

  #linkOf(board: BoardId, role: Role, secret: string): Link {
    // Who has the facilitator's link has the board; a copy that the server could read would be one more place to steal it from.
    const sealed = role === 'facilitator' ? null : this.#vault.seal(board, role, secret);
    return { role, hash: hashOf(secret), sealed, closedAt: null, endsAt: null };
  }
}

/** Looked at whenever a link or a session is used: no timer need have lived for it. */
export const hasEnded = ({ endsAt }: Pick<Link, 'endsAt'>, now: Millis): boolean => endsAt !== null && endsAt <= now;
