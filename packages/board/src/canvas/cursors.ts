/** Shows where others point, and tells where this person does. */
import { InstancePresenceRecordType, type Editor, type TLInstancePresence, type TLPageId } from 'tldraw';
import type { Peer, Presence } from '../session/presence.ts';

/** Told apart by hue and by name; each has at least 4.5:1 against the white of its label's text. */
const COLOURS = ['#0062ba', '#a8321e', '#0b6e4f', '#7a3ea8', '#8a4b08', '#006d77', '#b0175a', '#3d5a1f'];

export function showCursors(editor: Editor, presence: Presence, label: (peer: Peer) => string): () => void {
  const show = () => {
    const peers = presence.peers.get().map((peer) => presenceRecord(peer, label(peer), editor.getCurrentPageId()));
    const here = new Set(peers.map((peer) => peer.id));
    const gone = editor.store.query
      .records('instance_presence')
      .get()
      .filter((shown) => !here.has(shown.id));
    editor.store.mergeRemoteChanges(() => {
      editor.store.remove(gone.map((each) => each.id));
      editor.store.put(peers);
    });
  };
  const unsubscribe = presence.peers.subscribe(show);
  show();

  const container = editor.getContainer();
  const point = ({ clientX, clientY }: PointerEvent) => {
    const { x, y } = editor.screenToPage({ x: clientX, y: clientY });
    presence.point({ x: Math.round(x), y: Math.round(y) });
  };
  // A finger that is lifted has left; where it last pointed is still where its person is.
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'touch') presence.point(null);
  };
  container.addEventListener('pointermove', point);
  container.addEventListener('pointerdown', point);
  container.addEventListener('pointerleave', leave);
  return () => {
    unsubscribe();
    container.removeEventListener('pointermove', point);
    container.removeEventListener('pointerdown', point);
    container.removeEventListener('pointerleave', leave);
    presence.point(null);
  };
}

function presenceRecord(peer: Peer, userName: string, currentPageId: TLPageId): TLInstancePresence {
  const { cursor } = peer;
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(peer.id),
    userId: peer.id,
    userName,
    currentPageId,
    color: COLOURS[Number(peer.id) % COLOURS.length] ?? '#0062ba',
    cursor: cursor === null ? null : { ...cursor, type: 'default', rotation: 0 },
    lastActivityTimestamp: Date.now(),
  });
}
