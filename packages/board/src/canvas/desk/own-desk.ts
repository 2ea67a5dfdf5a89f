/**
 * One's own desk on the canvas: which notes stand there that nobody else sees, and a canvas that is closed while one writes them. Then
 * nothing is touched but these notes, and nothing made but more of them: what else were done, the server would refuse.
 */
import { isHeld, recordsOf, type RecordId } from '@samtavla/protocol';
import { NOTE_SIDE } from '@samtavla/templates';
import { atom, react, type Atom, type Editor, type TLShape, type TLShapeId } from 'tldraw';
import { findRecord } from '../../binding/find-record.ts';
import { NOTE_TYPE, recordIdOf } from '../../binding/record-codec.ts';
import type { Connection } from '../../session/connection.ts';
import type { Words } from '../board-words.ts';
import { isOpenZone } from '../zone/open-zones.ts';
import { zoneAt } from '../zone/zone-membership.ts';

export type PrivateNote = 'to be shown' | 'held back';

type OwnDesk = {
  /** What is said of such a note, in the person's language of the moment. */
  words: () => Pick<Words, 'onlyYou' | 'heldBack'> | null;
  readonly notes: Atom<ReadonlyMap<RecordId, PrivateNote>>;
  /** Whether one writes at the desk alone. */
  readonly isAlone: Atom<boolean>;
};

const desks = new WeakMap<Editor, OwnDesk>();

const deskOf = (editor: Editor): OwnDesk => {
  const known = desks.get(editor) ?? {
    words: () => null,
    notes: atom('private notes', new Map()),
    isAlone: atom('desk alone', false),
  };
  desks.set(editor, known);
  return known;
};

/** Null for what all see. Reactive. */
export const privatelyOn = (editor: Editor, id: TLShapeId): PrivateNote | null =>
  deskOf(editor).notes.get().get(recordIdOf(id)) ?? null;

/** What a screen reader says of it besides; null for what all see. */
export function privatelyAloud(editor: Editor, id: TLShapeId): string | null {
  const how = privatelyOn(editor, id);
  const words = deskOf(editor).words();
  if (how === null || words === null) return null;
  return how === 'held back' ? words.heldBack : words.onlyYou;
}

/** Whether nothing may be done on the canvas itself while one writes at one's desk. Reactive. */
export const isAtDesk = (editor: Editor): boolean => deskOf(editor).isAlone.get();

export const setAtDesk = (editor: Editor, isAlone: boolean): void => void deskOf(editor).isAlone.set(isAlone);

/** Keeps up with the desk, and with the canvas, on which its notes come to stand. Returns the way to stop. */
export function followDesk(editor: Editor, { plan, canvas, desk }: Connection, words: OwnDesk['words']): () => void {
  if (desk === null) return () => {};
  deskOf(editor).words = words;
  const docs = { plan: plan.doc, canvas: canvas.doc, desk: desk.doc };
  const own = recordsOf(desk.doc);
  const follow = () => {
    const notes = [...own.keys()].flatMap((id): [RecordId, PrivateNote][] => {
      const found = findRecord(docs, id as RecordId);
      return found?.home === 'desk' ? [[id as RecordId, isHeld(found.record) ? 'held back' : 'to be shown']] : [];
    });
    deskOf(editor).notes.set(new Map(notes));
  };
  follow();
  const others = recordsOf(canvas.doc);
  own.observeDeep(follow);
  others.observe(follow);
  return () => {
    own.unobserveDeep(follow);
    others.unobserve(follow);
  };
}

/** What one may take in hand while one writes at one's desk alone. */
const TOOLS: ReadonlySet<string> = new Set(['select', 'note', 'hand', 'zoom', 'laser']);

export const isDeskTool = (tool: string): boolean => TOOLS.has(tool);

/** Returns the way to stop. */
export function guardClosedCanvas(editor: Editor): () => void {
  const { sideEffects } = editor;
  /** Made here, and not yet known to stand at the desk. */
  const made = new Set<TLShapeId>();
  const stray = new Set<TLShapeId>();
  const isGuarded = ({ id }: TLShape, source: 'user' | 'remote') =>
    source === 'user' && isAtDesk(editor) && !made.has(id) && privatelyOn(editor, id) === null;
  const isWelcome = ({ type, x, y }: TLShape) =>
    type === (NOTE_TYPE as string) &&
    isOpenZone(editor, zoneAt(editor, { x: x + NOTE_SIDE / 2, y: y + NOTE_SIDE / 2 }));
  const stops = [
    sideEffects.registerBeforeChangeHandler('shape', (prev, next, source) => (isGuarded(prev, source) ? prev : next)),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      isGuarded(shape, source) && !stray.has(shape.id) ? false : undefined,
    ),
    // Before anybody else looks at it: what they say of it, its zone above all, is said by changing it.
    sideEffects.registerBeforeCreateHandler('shape', (shape, source) => {
      if (isGuarded(shape, source) && isWelcome(shape)) made.add(shape.id);
      return shape;
    }),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      if (!isGuarded(shape, source)) return;
      // It goes again in the same operation, so that nobody is told of it.
      stray.add(shape.id);
      editor.store.remove([shape.id]);
      stray.delete(shape.id);
    }),
    react('what was made stands at the desk', () => {
      for (const id of made) if (privatelyOn(editor, id) !== null) made.delete(id);
    }),
    react('no other tool at the desk', () => {
      if (isAtDesk(editor) && !isDeskTool(editor.getCurrentToolId())) editor.setCurrentTool('select');
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
