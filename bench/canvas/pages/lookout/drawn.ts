/**
 * Whether notes can be seen: one is an element with its text in it, laid out and not hidden, or a painting of the page has ink where
 * it stands. One question for every subject.
 */
import { NOTE_SIDE, type SampleNote, type Spot } from '../../content.ts';
import type { Camera } from '../../lookout-api.ts';
import { findEditor } from './find-editor.ts';

const keyOf = ({ x, y }: Spot): string => `${x},${y}`;

/** A part of the screen that shows the board, in the screen's pixels, and from where on the page. */
export type Window = { readonly box: DOMRect; readonly camera: Camera };

/** Of these, the ones that the window shows. */
export function inView<Note extends Spot>(notes: readonly Note[], { box, camera: { x, y, z } }: Window): Note[] {
  const [left, top, w, h] = [-x, -y, box.width / z, box.height / z];
  return notes.filter(
    (note) => note.x < left + w && note.x + NOTE_SIDE > left && note.y < top + h && note.y + NOTE_SIDE > top,
  );
}

export function areDrawn(notes: readonly SampleNote[], window: Window): boolean {
  const texts = textsOfElements();
  const painted = notes.filter((note) => !(texts.get(keyOf(note))?.includes(note.text) ?? false));
  return painted.length === 0 || [...paintings()].some((canvas) => hasInkAt(canvas, painted, window));
}

/** Of ours: what is painted before the canvas is there, and what the canvas paints. */
const paintings = () =>
  document.querySelectorAll<HTMLCanvasElement>(
    ".first-painting[data-painted='true'] canvas, .painted-notes canvas:not([hidden])",
  );

/** What is written in each note's element, by where the note stands. */
function textsOfElements(): Map<string, string> {
  const texts = new Map<string, string>();
  const editor = findEditor();
  if (editor === null) return texts;
  for (const element of document.querySelectorAll<HTMLElement>('.tl-shape[data-shape-id]')) {
    if (element.style.display === 'none') continue;
    const shape = editor.getShape(element.dataset['shapeId'] as Parameters<typeof editor.getShape>[0]);
    if (shape !== undefined) texts.set(keyOf(shape), element.textContent ?? '');
  }
  return texts;
}

function hasInkAt(canvas: HTMLCanvasElement, notes: readonly Spot[], window: Window): boolean {
  const context = canvas.getContext('2d');
  const box = canvas.getBoundingClientRect();
  if (context === null || box.width === 0) return false;
  const [wide, high] = [canvas.width / box.width, canvas.height / box.height];
  const places = notes.map((note) => {
    const x = window.box.left + (note.x + NOTE_SIDE / 2 + window.camera.x) * window.camera.z;
    const y = window.box.top + (note.y + NOTE_SIDE / 2 + window.camera.y) * window.camera.z;
    return { x: Math.round((x - box.left) * wide), y: Math.round((y - box.top) * high) };
  });
  // To read a pixel of a canvas is slow, to read all of them hardly slower; most of the time the first is missing.
  const [first] = places;
  if (first !== undefined && context.getImageData(first.x, first.y, 1, 1).data[3] === 0) return false;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return places.every(({ x, y }) => data[4 * (y * canvas.width + x) + 3] !== 0);
}
