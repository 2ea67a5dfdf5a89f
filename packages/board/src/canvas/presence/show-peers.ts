/** Shows where others point, what they have selected and say; and goes along with the one this person follows. */
import {
  InstancePresenceRecordType,
  react,
  type Editor,
  type TLInstancePresence,
  type TLPageId,
  type TLScribble,
  type TLShapeId,
} from 'tldraw';
import { storeIdOf } from '../../binding/record-codec.ts';
import type { RecordId } from '@samtavla/protocol';
import type { Preference } from '../../session/preferences.ts';
import type { Readable } from '../../session/signal.ts';
import type { Peer, Presence } from '../../session/presence.ts';
import { LaserTrails } from './laser-trails.ts';

/** Told apart by hue and by name; each has at least 4.5:1 against the white of its label's text. */
const COLOURS = ['#0062ba', '#a8321e', '#0b6e4f', '#7a3ea8', '#8a4b08', '#006d77', '#b0175a', '#3d5a1f'];

/** @param preferences whether the person wants to see others' cursors */
export function showPeers(
  editor: Editor,
  presence: Presence,
  preferences: Readable<ReadonlySet<Preference>>,
  label: (peer: Peer) => string,
): () => void {
  const shown = new Map<string, { readonly peer: Peer; readonly at: number }>();
  const trails = new LaserTrails();
  const put = (peers: readonly Peer[]) => {
    const page = editor.getCurrentPageId();
    editor.store.put(
      peers.map((peer) =>
        presenceRecord(
          preferences.get().has('cursors') ? peer : { ...peer, cursor: null },
          label(peer),
          page,
          shown.get(peer.id)?.at ?? 0,
          trails.of(peer.id),
        ),
      ),
    );
  };
  const show = () => {
    const peers = presence.peers.get();
    const here = new Set(peers.map(({ id }) => id));
    const gone = [...shown.keys()].filter((id) => !here.has(id));
    const changed = peers.filter((peer) => shown.get(peer.id)?.peer !== peer);
    for (const id of gone) shown.delete(id);
    for (const peer of changed) {
      shown.set(peer.id, { peer, at: Date.now() });
      trails.point(peer);
    }
    trails.forget(gone);
    editor.store.mergeRemoteChanges(() => {
      editor.store.remove(gone.map((id) => InstancePresenceRecordType.createId(id)));
      put(changed);
    });
  };
  const fade = () => {
    const faded = trails.fade().flatMap((id) => shown.get(id)?.peer ?? []);
    if (faded.length > 0) editor.store.mergeRemoteChanges(() => put(faded));
  };
  const showAnew = () => editor.store.mergeRemoteChanges(() => put([...shown.values()].map(({ peer }) => peer)));
  editor.on('tick', fade);
  const stops = [
    presence.peers.subscribe(show),
    preferences.subscribe(showAnew),
    follow(editor, presence),
    () => editor.off('tick', fade),
  ];
  show();
  return () => {
    for (const stop of stops) stop();
  };
}

/** tldraw goes where the leader looks, until this person moves the view themself; that is told back. */
function follow(editor: Editor, presence: Presence): () => void {
  const begin = () => {
    const leader = presence.following.get();
    if (leader === editor.getInstanceState().followingUserId) return;
    if (leader === null) editor.stopFollowingUser();
    else editor.startFollowingUser(leader);
  };
  const stops = [
    presence.following.subscribe(begin),
    react('following ends', () => {
      if (editor.getInstanceState().followingUserId === null) presence.follow(null);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function presenceRecord(
  peer: Peer,
  userName: string,
  currentPageId: TLPageId,
  lastActivityTimestamp: number,
  scribbles: TLScribble[],
): TLInstancePresence {
  const { cursor, view, selected, saying } = peer;
  return InstancePresenceRecordType.create({
    id: InstancePresenceRecordType.createId(peer.id),
    userId: peer.id,
    userName,
    currentPageId,
    color: COLOURS[Number(peer.id) % COLOURS.length] ?? '#0062ba',
    cursor: cursor === null ? null : { ...cursor, type: 'default', rotation: 0 },
    selectedShapeIds: selected.map((id) => storeIdOf(id as RecordId, 'shape') as TLShapeId),
    chatMessage: saying ?? '',
    scribbles,
    lastActivityTimestamp,
    ...(view !== null && {
      camera: { x: view.x, y: view.y, z: view.zoom },
      screenBounds: { x: 0, y: 0, w: view.w, h: view.h },
    }),
  });
}
