/** Themes: made, and notes gathered in them and let go again. */
import { NOTE_TYPE, recordIdOf, THEME_TYPE } from '../../src/binding/record-codec.ts';
import { newShape } from '../stock.ts';
import type { Act } from './act.ts';
import { somewhere } from './shapes.ts';

const makeTheme: Act = {
  name: 'make theme',
  weight: 2,
  isGesture: true,
  perform(peer, random, marker) {
    const id = marker.id('theme', peer);
    peer.store.put(newShape(THEME_TYPE, id, somewhere(peer, random, marker)));
    return { words: `makes ${id}`, touches: [{ id, side: 'record' }] };
  },
};

const gather: Act = {
  name: 'gather',
  weight: 4,
  isGesture: true,
  perform(peer, random) {
    const [note, theme] = [random.pick(peer.shapes(NOTE_TYPE)), random.pick(peer.shapes(THEME_TYPE))];
    if (note === undefined || theme === undefined) return null;
    const { theme: former, ...meta } = note.meta;
    const isLetGo = former === recordIdOf(theme.id);
    peer.store.put({ ...note, meta: isLetGo ? meta : { ...meta, theme: recordIdOf(theme.id) } });
    const words = isLetGo ? `takes ${note.id} out of ${theme.id}` : `gathers ${note.id} in ${theme.id}`;
    return { words, touches: [{ id: recordIdOf(note.id), side: 'theme' }] };
  },
};

export const THEME_ACTS: readonly Act[] = [makeTheme, gather];
