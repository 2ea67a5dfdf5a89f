/** Texts: opened, typed in letter by letter, closed, and written over whole while they are closed. */
import { equal } from '../../src/binding/equal.ts';
import { NOTE_TYPE, recordIdOf } from '../../src/binding/record-codec.ts';
import type { StoreShape } from '../../src/binding/store-port.ts';
import { textOf } from '../stock.ts';
import type { Act } from './act.ts';

const open: Act = {
  name: 'open text',
  weight: 6,
  isGesture: true,
  perform(peer, random) {
    const shapes = peer.shapes(NOTE_TYPE, 'geo');
    // People write in what has just been made, and so together.
    const shape = random.chance(0.6) ? shapes.at(-1) : random.pick(shapes);
    if (shape === undefined || peer.editor.openId === shape.id || !peer.editor.open(shape.id)) return null;
    return { words: `opens the text of ${shape.id}`, touches: [] };
  },
};

const type: Act = {
  name: 'type',
  weight: 30,
  isGesture: false,
  perform(peer, random, marker) {
    const { openId } = peer.editor;
    if (openId === null) return null;
    const letters = marker.letters(1 + random.below(3));
    const at = random.below(peer.editor.length + 1);
    for (const [offset, letter] of letters.split('').entries()) peer.editor.insert(at + offset, letter);
    const id = recordIdOf(openId);
    return { words: `types «${letters}» in ${id}`, touches: [{ id, side: 'text' }], wrote: { id, letters } };
  },
};

const erase: Act = {
  name: 'erase',
  weight: 5,
  isGesture: false,
  perform(peer, random) {
    const { openId, length } = peer.editor;
    if (openId === null || length === 0) return null;
    peer.editor.erase(random.below(length));
    const id = recordIdOf(openId);
    return { words: `erases a letter in ${id}`, touches: [{ id, side: 'text' }], takesText: true };
  },
};

const tell: Act = {
  name: 'editor tells the store',
  weight: 8,
  isGesture: false,
  perform(peer) {
    if (peer.editor.openId === null) return null;
    peer.editor.tell();
    return { words: 'has the editor tell the store', touches: [] };
  },
};

const close: Act = {
  name: 'close text',
  weight: 3,
  isGesture: false,
  perform(peer) {
    const { openId } = peer.editor;
    if (openId === null) return null;
    peer.editor.close();
    return { words: `closes the text of ${openId}`, touches: [] };
  },
};

const rest: Act = {
  name: 'rest from typing',
  weight: 3,
  isGesture: false,
  perform: (peer) => (peer.rest() ? { words: 'rests from typing', touches: [] } : null),
};

const retype: Act = {
  name: 'retype',
  weight: 3,
  isGesture: true,
  perform(peer, random, marker) {
    const shape = random.pick(peer.shapes(NOTE_TYPE, 'geo').filter(({ id }) => id !== peer.editor.openId));
    if (shape === undefined) return null;
    const letters = marker.letters(3);
    peer.store.put({ ...shape, props: { ...shape.props, richText: textOf(letters) } });
    const id = recordIdOf(shape.id);
    const touches = [{ id, side: 'text' }];
    return { words: `writes «${letters}» over the text of ${id}`, touches, wrote: { id, letters }, takesText: true };
  },
};

/** Who meets an empty note writes in it; where two do so at once, what they write must be one text. */
const writeFirst: Act = {
  name: 'write the first letter',
  weight: 8,
  isGesture: true,
  perform(peer, _random, marker) {
    const isEmpty = ({ props }: StoreShape) => equal(props['richText'], textOf(''));
    const shape = peer.shapes(NOTE_TYPE).find((note) => isEmpty(note) && note.id !== peer.editor.openId);
    if (shape === undefined || !peer.editor.open(shape.id)) return null;
    const [id, letters] = [recordIdOf(shape.id), marker.letters(1)];
    peer.editor.insert(0, letters);
    return { words: `writes «${letters}» first in ${id}`, touches: [{ id, side: 'text' }], wrote: { id, letters } };
  },
};

export const TEXT_ACTS: readonly Act[] = [open, writeFirst, type, erase, tell, close, rest, retype];
