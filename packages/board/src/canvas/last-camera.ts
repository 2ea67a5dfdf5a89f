/** Where a board was last seen from on this page: who looks at the list and comes back goes on where they were. */
import type * as Y from 'yjs';
import type { Camera } from './large-board/painted-view.ts';

const cameras = new WeakMap<Y.Doc, Camera>();

/** @param plan of the board */
export const lastCamera = (plan: Y.Doc): Camera | null => cameras.get(plan) ?? null;

export function rememberCamera(plan: Y.Doc, { x, y, z }: Camera): void {
  cameras.set(plan, { x, y, z });
}
