import { isZoneOpen, type RecordId, type Stage } from '@samtavla/protocol';
import { atom, type Atom, type Editor } from 'tldraw';
import type { Connection } from '../../session/connection.ts';

const open = new WeakMap<Editor, Atom<Stage['open']>>();

const openIn = (editor: Editor): Atom<Stage['open']> => {
  const known = open.get(editor) ?? atom<Stage['open']>('open zones', 'all');
  open.set(editor, known);
  return known;
};

/** Keeps up with the stage; whoever leads writes everywhere. Returns the way to stop. */
export function followOpenZones(editor: Editor, { joined, stage }: Connection): () => void {
  const follow = () => openIn(editor).set(joined.role === 'facilitator' ? 'all' : stage.get().open);
  follow();
  return stage.subscribe(follow);
}

/** Whether one is to write in a zone now; null is outside them all. Reactive. */
export const isOpenZone = (editor: Editor, zone: RecordId | null): boolean =>
  isZoneOpen({ open: openIn(editor).get() }, zone);
