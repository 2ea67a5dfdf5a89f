import { ROLES, type BoardId, type Role } from '@samtavla/protocol';
import { Refused } from '../refused.ts';
import type { Link, Storage } from '../storage/storage.ts';
import type { LinkVault } from './link-vault.ts';
import { hashOf, newSecret, sameHash } from './secrets.ts';

export type NewLinks = { readonly links: readonly Link[]; readonly secrets: Readonly<Record<Role, string>> };

/** A board's links: one secret a role. */
export class LinkBook {
  readonly #storage: Pick<Storage, 'links'>;
  readonly #vault: LinkVault;

  constructor(storage: Pick<Storage, 'links'>, vault: LinkVault) {
    this.#storage = storage;
    this.#vault = vault;
  }

  make(board: BoardId): NewLinks {
    const secrets = { facilitator: newSecret(), participant: newSecret(), viewer: newSecret() };
    const links = ROLES.map((role): Link => {
      const secret = secrets[role];
      // Who has the facilitator's link has the board; a copy that the server could read would be one more place to steal it from.
      const sealed = role === 'facilitator' ? null : this.#vault.seal(board, role, secret);
      return { role, hash: hashOf(secret), sealed, closedAt: null };
    });
    return { links, secrets };
  }

  /** The role that a link's secret gives on this board. Refuses an unknown board, a wrong secret and a closed link. */
  async roleOf(board: BoardId, secret: string): Promise<Role> {
    const links = await this.#storage.links(board);
    if (links.length === 0) throw new Refused('board-unknown');
    const hash = hashOf(secret);
    const link = links.find((one) => sameHash(one.hash, hash));
    if (link === undefined) throw new Refused('link-wrong');
    if (link.closedAt !== null) throw new Refused('link-closed');
    return link.role;
  }

  /** The secrets a facilitator may see again. */
  async secrets(board: BoardId): Promise<Record<'participant' | 'viewer', string>> {
    const links = await this.#storage.links(board);
    const open = (role: Role) => {
      const sealed = links.find((link) => link.role === role)?.sealed ?? null;
      const secret = sealed && this.#vault.open(board, role, sealed);
      if (secret === null)
        throw new Error('A stored link cannot be decrypted: SECRET_KEY is not the one it was stored with.');
      return secret;
    };
    return { participant: open('participant'), viewer: open('viewer') };
  }
}
