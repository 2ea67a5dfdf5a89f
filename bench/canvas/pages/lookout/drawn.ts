/**
 * Whether notes can be seen: one is an element with its text in it, laid out and not hidden, or the page's painting has ink where
 * it stands. One question for every subject.
 */
import { NOTE_SIDE, type SampleNote, type Spot } from '../../content.ts';
import { editor } from './find-editor.ts';

const keyOf = ({ x, y }: Spot): string => `${x},${y}`;

/** Of these, the ones that the view shows now. */
export function inView<Note extends Spot>(notes: readonly Note[]): Note[] {
  const { x, y, w, h } = editor().getViewportPageBounds();
  return notes.filter((note) => note.x < x + w && note.x + NOTE_SIDE > x && note.y < y + h && note.y + NOTE_SIDE > y);
}

export function areDrawn(notes: readonly SampleNote[]): boolean {
  const texts = textsOfElements();
  const painted = notes.filter((note) => !(texts.get(keyOf(note))?.includes(note.text) ?? false));
  return painted.length === 0 || hasInkAt(painted);
}

/** What is written in each note's element, by where the note stands. */
function textsOfElements(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const element of document.querySelectorAll<HTMLElement>('.tl-shape[data-shape-id]')) {
    if (element.style.display === 'none') continue;
    const shape = editor().getShape(element.dataset['shapeId'] as Parameters<ReturnType<typeof editor>['getShape']>[0]);
    if (shape !== undefined) texts.set(keyOf(shape), element.textContent ?? '');
  }
  return texts;
}

function hasInkAt(notes: readonly Spot[]): boolean {
  const canvas = document.querySelector<HTMLCanvasElement>('.painted-notes canvas:not([hidden])');
  const context = canvas?.getContext('2d');
  if (canvas === null || !context) return false;
  const box = canvas.getBoundingClientRect();
  const [wide, high] = [canvas.width / box.width, canvas.height / box.height];
  const places = notes.map((note) => {
    const { x, y } = editor().pageToScreen({ x: note.x + NOTE_SIDE / 2, y: note.y + NOTE_SIDE / 2 });
    return { x: Math.round((x - box.left) * wide), y: Math.round((y - box.top) * high) };
  });
  // To read a pixel of a canvas is slow, to read all of them hardly slower; most of the time the first is missing.
  const [first] = places;
  if (first !== undefined && context.getImageData(first.x, first.y, 1, 1).data[3] === 0) return false;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return places.every(({ x, y }) => data[4 * (y * canvas.width + x) + 3] !== 0);
}
