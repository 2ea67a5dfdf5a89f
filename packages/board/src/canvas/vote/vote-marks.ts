import type { RecordId } from '@samtavla/protocol';
import { atom, type Atom, type Editor, type TLShapeId } from 'tldraw';
import { recordIdOf } from '../../binding/record-codec.ts';
import type { Connection } from '../../session/connection.ts';
import { dotsShown } from '../../session/vote-result.ts';

type Marks = ReadonlyMap<RecordId, number>;
const marks = new WeakMap<Editor, Atom<Marks>>();

const marksIn = (editor: Editor): Atom<Marks> => {
  const known = marks.get(editor) ?? atom<Marks>('dots', new Map());
  marks.set(editor, known);
  return known;
};

/** How many dots it got in the latest vote; 0 for none. Reactive. */
export const dotsOn = (editor: Editor, id: TLShapeId): number => marksIn(editor).get().get(recordIdOf(id)) ?? 0;

/** Keeps up with the stage. Returns the way to stop. */
export function followVotes(editor: Editor, { stage }: Connection): () => void {
  const follow = () => marksIn(editor).set(dotsShown(stage.get()));
  follow();
  return stage.subscribe(follow);
}
