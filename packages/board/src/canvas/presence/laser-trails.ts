import type { TLScribble } from 'tldraw';
import type { Peer } from '../../session/presence.ts';

/** How long a point of a trail is seen. */
const SEEN_MILLIS = 900;
const SIZE = 4;

type Trail = { readonly x: number; readonly y: number; readonly at: number }[];

/** The trails of others' laser pointers, made here of where their cursors have been: nothing of them goes over the line. */
export class LaserTrails {
  readonly #trails = new Map<string, Trail>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  point({ id, laser, cursor }: Pick<Peer, 'id' | 'laser' | 'cursor'>): void {
    if (!laser || cursor === null) return;
    const trail = this.#trails.get(id) ?? [];
    this.#trails.set(id, trail);
    trail.push({ ...cursor, at: this.#now() });
  }

  /** Lets go of what has been seen long enough; returns whose trail is shorter now. */
  fade(): string[] {
    const since = this.#now() - SEEN_MILLIS;
    const faded: string[] = [];
    for (const [id, trail] of this.#trails) {
      const fresh = trail.filter(({ at }) => at > since);
      if (fresh.length === trail.length) continue;
      faded.push(id);
      if (fresh.length === 0) this.#trails.delete(id);
      else this.#trails.set(id, fresh);
    }
    return faded;
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.#trails.delete(id);
  }

  of(id: string): TLScribble[] {
    const trail = this.#trails.get(id) ?? [];
    if (trail.length < 2) return [];
    return [
      {
        id: `laser ${id}`,
        points: trail.map(({ x, y }) => ({ x, y, z: 0.5 })),
        size: SIZE,
        color: 'laser',
        opacity: 0.8,
        state: 'active',
        delay: 0,
        shrink: 0.05,
        taper: true,
      },
    ];
  }
}
