/** The moment in which what everybody wrote for themselves comes to stand on the canvas: each such note is turned over, once. */
import { recordsOf, type RecordId, type RecordMap } from '@samtavla/protocol';
import { atom, type Atom, type Editor, type TLShapeId } from 'tldraw';
import type * as Y from 'yjs';
import { recordIdOf } from '../../binding/record-codec.ts';
import type { Connection } from '../../session/connection.ts';

/** What comes so long after the reveal, by the server's clock, comes with it. */
const WITH_IT_MILLIS = 5_000;
/** As long as they turn, with the delay of the last. */
const TURNING_MILLIS = 2_500;
const TURNS = 12;
const BETWEEN_MILLIS = 90;

const turning = new WeakMap<Editor, Atom<ReadonlyMap<RecordId, number>>>();

const turningIn = (editor: Editor): Atom<ReadonlyMap<RecordId, number>> => {
  const known = turning.get(editor) ?? atom<ReadonlyMap<RecordId, number>>('turning notes', new Map());
  turning.set(editor, known);
  return known;
};

/** After how many milliseconds a note that has just been revealed turns; null for any other. Reactive. */
export const turnOf = (editor: Editor, id: TLShapeId): number | null =>
  turningIn(editor).get().get(recordIdOf(id)) ?? null;

/** Returns the way to stop. */
export function followReveals(editor: Editor, { canvas, stage, now }: Connection): () => void {
  const isMoment = () =>
    stage.get().rounds.some(({ revealedAt }) => revealedAt !== null && now() - revealedAt < WITH_IT_MILLIS);
  const onCanvas = ({ changes: { keys } }: Y.YMapEvent<RecordMap>, { local }: Y.Transaction) => {
    const added = [...keys].flatMap(([id, { action }]) => (action === 'add' ? [id as RecordId] : []));
    if (local || added.length === 0 || !isMoment()) return;
    const turns = added.map((id, at) => [id, (at % TURNS) * BETWEEN_MILLIS] as const);
    turningIn(editor).set(new Map([...turningIn(editor).get(), ...turns]));
    editor.timers.setTimeout(() => {
      const left = [...turningIn(editor).get()].filter(([id]) => !added.includes(id));
      turningIn(editor).set(new Map(left));
    }, TURNING_MILLIS);
  };
  recordsOf(canvas.doc).observe(onCanvas);
  return () => recordsOf(canvas.doc).unobserve(onCanvas);
}
