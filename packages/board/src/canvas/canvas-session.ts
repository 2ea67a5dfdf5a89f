/** An open canvas: the store, and all that is tied to the editor while it is mounted. Each part has its own file. */
import type { Editor, TLStore, TLTextOptions } from 'tldraw';
import { ySyncPluginKey } from 'y-prosemirror';
import { bind, FROM_STORE, type Binding } from '../binding/bind.ts';
import { THEME_TYPE } from '../binding/record-codec.ts';
import type { Values } from '../binding/store-port.ts';
import { FROM_OUTLINE, type Hand } from '../outline/hand.ts';
import type { Connection, Writable } from '../session/connection.ts';
import type { Preferences } from '../session/preferences.ts';
import { dragStream } from '../session/drag-stream.ts';
import { handOf } from '../outline/view/hand-of.ts';
import { signatureOf } from '../session/signature.ts';
import { followVotes } from './vote/vote-marks.ts';
import { createBoardStore, storePort, TYPES_LEFT_OUT } from './board-store.ts';
import { isDrawable } from './drawable.ts';
import { followReveals } from './desk/revealed-notes.ts';
import { followDesk, guardClosedCanvas, setAtDesk } from './desk/own-desk.ts';
import { gesturesOf } from './gestures.ts';
import { growLabels } from './grow-labels.ts';
import { boardImages } from './image/board-images.ts';
import { followImages } from './image/image-asset.ts';
import type { ImageProblem } from './image/image-problem.ts';
import { limitOutsideContent } from './interface/outside-content.ts';
import { plainHttpClipboard } from './interface/plain-http-clipboard.ts';
import { releaseKeys } from './interface/released-keys.ts';
import { largeBoard } from './large-board/large-board.ts';
import { onceShown } from './once-shown.ts';
import { noteHeights } from './note/note-heights.ts';
import { noteOnDoubleClick } from './note/note-on-double-click.ts';
import { signNotes } from './note/sign-notes.ts';
import { showBoardOnce } from './opening-view.ts';
import { replaceHistory } from './own-history.ts';
import { showPeers } from './presence/show-peers.ts';
import { tellDoing } from './presence/tell-doing.ts';
import { textOptions } from './text/text-together.ts';
import type { Words } from './board-words.ts';
import { readInOrder } from './reading/reading-order.ts';
import { followThemes } from './theme/theme-membership.ts';
import { dragByWholeUnits } from './whole-units.ts';
import { followZones } from './zone/zone-membership.ts';
import { followOpenZones } from './zone/open-zones.ts';
import { keepZonesInReach } from './zone/zones-in-reach.ts';
import { guardZones, type ZoneGuard } from './zone/zone-guard.ts';

/** What the canvas says, in the person's language of the moment. */
export type Sayings = {
  readonly words: () => Words;
  readonly imageProblem: (problem: ImageProblem) => void;
  /** All that one sees of the board is on the screen. */
  readonly shown: () => void;
};

export type CanvasSession = {
  readonly store: TLStore;
  readonly textOptions: Partial<TLTextOptions>;
  /** What is done without the canvas' own hand: moved by a menu. */
  readonly hand: Hand;
  /** Ties everything to an editor; returns the way to untie it. */
  mount(editor: Editor, say: Sayings): () => void;
  setArranging(arranging: boolean): void;
};

export function createCanvasSession(connection: Connection, preferences: Preferences): CanvasSession {
  const { history } = connection;
  const images = boardImages(connection);
  const store = createBoardStore(images.assets);
  let binding: Binding | null = null;
  let guard: ZoneGuard | null = null;
  let editor: Editor | null = null;
  let say: Pick<Sayings, 'words'> | null = null;
  let arranging = false;

  return {
    store,
    hand: handOf(connection),
    textOptions: textOptions({
      fragment: () => binding?.textOf(editor?.getEditingShapeId() ?? '') ?? null,
      history,
      label: () => (say === null ? '' : labelOfField(editor, say.words())),
      endName: () => endName(editor),
    }),
    setArranging(next) {
      arranging = next;
      guard?.setArranging(next);
    },
    mount(mounted, { words, imageProblem, shown }) {
      [editor, say] = [mounted, { words }];
      largeBoard(mounted);
      keepZonesInReach(mounted);
      noteHeights(mounted).setSectorName((id) => words().sectorName(id));
      noteHeights(mounted).setMeasureWords((said) => words().measure(said));
      const port = storePort(store, {
        openText: () => mounted.getEditingShapeId(),
        defaultProps: (type) => defaultPropsOf(mounted, type),
        isDrawable: (record) => isDrawable(mounted, record),
        ...gesturesOf(mounted),
      });
      // The order is the order in which they see a change: zones settle before the binding writes.
      const isDragged = (id: string) => binding?.isDraggedByOther(id) ?? false;
      const stops = [
        followImages(mounted),
        growLabels(mounted),
        dragByWholeUnits(mounted),
        signNotes(mounted, signatureOf(connection.joined)),
        followZones(mounted, isDragged),
        followThemes(mounted),
      ];
      guard = guardZones(mounted);
      const { plan, canvas, desk, presence } = connection;
      const drags = { plan: dragStream(plan.messages, presence), canvas: dragStream(canvas.messages, presence) };
      binding = bind(port, { plan, canvas, desk }, drags);
      history.track(FROM_STORE);
      history.track(FROM_OUTLINE);
      history.track(ySyncPluginKey, 'letter by letter');
      stops.push(replaceHistory(mounted, history));
      const isOnline = () => connection.link.get().state === 'online';
      limitOutsideContent(mounted, { images, isOnline, tell: imageProblem });
      stops.push(
        showPeers(mounted, presence, preferences, (peer) =>
          labelOf(peer.name, words().sectorName(peer.perspective.sector)),
        ),
        readInOrder(mounted, { plan: plan.doc, canvas: canvas.doc, desk: desk?.doc ?? null }),
        tellDoing(mounted, presence),
        followDesk(mounted, connection, words),
        followReveals(mounted, connection),
        followVotes(mounted, connection),
        guardClosedCanvas(mounted),
        followWritable(mounted, connection),
        followOpenZones(mounted, connection),
        showBoardOnce(mounted, connection),
        plainHttpClipboard(mounted),
        releaseKeys(mounted),
        noteOnDoubleClick(mounted),
        onceShown(mounted, () => binding?.isWhole() ?? false, shown),
      );
      guard.setArranging(arranging);
      return () => {
        binding?.close();
        for (const stop of stops) stop();
        for (const drag of Object.values(drags)) drag.close();
        guard?.close();
        images.release();
        [binding, guard, editor, say] = [null, null, null, null];
      };
    },
  };
}

/** A theme's name is a line: Enter is its end, and the keys are the board's again. */
function endName(editor: Editor | null): boolean {
  if (editor?.getEditingShape()?.type !== THEME_TYPE) return false;
  // Nothing is selected: the key that comes up would open the name again.
  editor.complete().selectNone().getContainer().focus({ preventScroll: true });
  return true;
}

const labelOfField = (editor: Editor | null, words: Words): string =>
  editor?.getEditingShape()?.type === THEME_TYPE ? words.themeField : words.textField;

/** A type is what another client says it is: `constructor` is none. */
function defaultPropsOf(editor: Editor, type: string): Values | null {
  if (TYPES_LEFT_OUT.has(type)) return null;
  return Object.hasOwn(editor.shapeUtils, type) ? (editor.shapeUtils[type]?.getDefaultProps() as Values) : null;
}

const labelOf = (name: string | null, sector: string | null): string => [name, sector].filter(Boolean).join(' · ');

/** Nobody writes what would be refused. What is under way when writing closes is brought to its end, and counts. */
function followWritable(editor: Editor, { writable }: Connection): () => void {
  let before: Pick<Writable, 'canvas' | 'desk'> = { canvas: false, desk: false };
  const follow = () => {
    const { canvas, desk } = writable.get();
    const isLess = (before.canvas && !canvas) || (before.desk && !desk);
    if (isLess) editor.complete().setEditingShape(null).setCurrentTool('select');
    before = { canvas, desk };
    setAtDesk(editor, desk && !canvas);
    editor.updateInstanceState({ isReadonly: !canvas && !desk });
  };
  follow();
  return writable.subscribe(follow);
}
