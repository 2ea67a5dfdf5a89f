/** What stands on every board that is measured: the same notes, at the same places, with the same texts. */

export type Spot = { readonly x: number; readonly y: number };
export type SampleNote = Spot & { readonly text: string };

/** Page units: a note is 200 wide, and higher when its text asks for it. */
export const NOTE_SIDE = 200;
const PITCH = { x: 220, y: 260 };
/** Columns to rows: about a screen's shape. */
const BREADTH = 1.6;

const WORDS =
  'koret øver i kirka hver torsdag og alle barn har et instrument ingen buss etter klokka ni vi spør ungdomsrådet først mer samarbeid mellom skole helse frivillige'.split(
    ' ',
  );
const WORDS_IN_NOTE = { least: 2, most: 16 };

export function spotsOf(count: number): Spot[] {
  const columns = Math.ceil(Math.sqrt(count * BREADTH));
  return Array.from({ length: count }, (_, at) => ({
    x: (at % columns) * PITCH.x,
    y: Math.floor(at / columns) * PITCH.y,
  }));
}

export function contentOf(count: number): SampleNote[] {
  const random = sameEachTime();
  const oneOf = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return spotsOf(count).map((spot) => {
    const length = oneOf(WORDS_IN_NOTE.least, WORDS_IN_NOTE.most);
    const text = Array.from({ length }, () => WORDS[oneOf(0, WORDS.length - 1)]).join(' ');
    return { ...spot, text };
  });
}

/** Its place in the drawing order, as a fractional index: they stand on the board in their order. */
export const indexOf = (at: number): string => `a${String(at).padStart(6, '0')}1`;

/** Numbers from 0 to 1 by a linear congruence (its constants are those of C's `rand`), from the same seed. */
function sameEachTime(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
