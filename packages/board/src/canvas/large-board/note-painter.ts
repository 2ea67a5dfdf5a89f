/**
 * Paints the notes that are no elements on a canvas that lies in the page: the browser moves it along with everything else when the
 * camera moves, and it is painted anew only when what is seen goes beyond it, when the zoom rests, and where a note has changed. A
 * new painting is made beside the old one, some each frame, and takes its place when it is whole.
 */
import type { Area } from './note-field.ts';
import type { Changes } from './notes-in-field.ts';
import { paintNote, type PaintedNote } from './paint-note.ts';
import { layOver, type PaintedView } from './painted-view.ts';

/** How long a frame may paint: the rest of its 16 ms belong to the others. */
const FRAME_MILLIS = 7;
/** Asking the clock after each note would cost more than a small one. */
const NOTES_BETWEEN_LOOKS = 16;

/** The notes to be painted that touch an area, in drawing order. */
export type NotesIn<Note> = (area: Area) => readonly Note[];
/** What is to be seen of it; null when it is gone meanwhile. */
export type Look<Note> = (note: Note) => PaintedNote | null;

type Sheet = { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D };
type Job<Note> = { readonly view: PaintedView; readonly notes: readonly Note[]; done: number };

export class NotePainter<Note> {
  readonly #notesIn: NotesIn<Note>;
  readonly #look: Look<Note>;
  #front: Sheet;
  #back: Sheet;
  #shown: PaintedView | null = null;
  #job: Job<Note> | null = null;
  /** What has changed since the job was begun. */
  #missed: Changes = [];

  constructor(layer: HTMLElement, notesIn: NotesIn<Note>, look: Look<Note>) {
    this.#notesIn = notesIn;
    this.#look = look;
    this.#front = sheetIn(layer);
    this.#back = sheetIn(layer);
  }

  /** What is shown or about to be; null before the first. */
  get view(): PaintedView | null {
    return this.#job?.view ?? this.#shown;
  }

  /** Whether what is shown is all there is to paint. */
  get isWhole(): boolean {
    return this.#shown !== null && this.#job === null;
  }

  /** Begins a new painting. */
  begin(view: PaintedView): void {
    layOver(this.#back.canvas, this.#back.context, view);
    this.#missed = [];
    this.#job = { view, notes: this.#notesIn(view.area), done: 0 };
  }

  /** Goes on with what was begun; to be called once a frame. */
  goOn(): void {
    const job = this.#job;
    if (job === null) return;
    // There is nothing yet for the eye to rest on: the first is painted whole.
    const until = this.#shown === null ? Number.POSITIVE_INFINITY : performance.now() + FRAME_MILLIS;
    while (job.done < job.notes.length) {
      this.#paint(this.#back.context, job.notes[job.done] as Note, job.view);
      job.done += 1;
      if (job.done % NOTES_BETWEEN_LOOKS === 0 && performance.now() > until) return;
    }
    [this.#front, this.#back] = [this.#back, this.#front];
    this.#front.canvas.hidden = false;
    this.#back.canvas.hidden = true;
    this.#shown = job.view;
    this.#job = null;
    this.repaint(this.#missed);
  }

  /** Paints anew where something has changed. */
  repaint(changes: Changes): void {
    const view = this.#shown;
    if (changes.length === 0) return;
    if (this.#job !== null)
      this.#missed = this.#missed === 'all' || changes === 'all' ? 'all' : [...this.#missed, ...changes];
    else if (view === null) return;
    else if (changes === 'all') this.begin(view);
    else for (const area of changes) this.#repaintArea(this.#front.context, grown(area, view), view);
  }

  #repaintArea(context: CanvasRenderingContext2D, area: Area, view: PaintedView): void {
    context.save();
    context.beginPath();
    context.rect(area.x, area.y, area.w, area.h);
    context.clip();
    context.clearRect(area.x, area.y, area.w, area.h);
    for (const note of this.#notesIn(area)) this.#paint(context, note, view);
    context.restore();
  }

  #paint(context: CanvasRenderingContext2D, note: Note, { scale }: PaintedView): void {
    const painted = this.#look(note);
    if (painted !== null) paintNote(context, painted, scale);
  }
}

function sheetIn(layer: HTMLElement): Sheet {
  const canvas = layer.ownerDocument.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  canvas.hidden = true;
  layer.append(canvas);
  return { canvas, context };
}

/** With the shadow and the edge around it, to whole pixels: half a pixel cleared would be seen as a line. */
function grown({ x, y, w, h }: Area, { area, scale }: PaintedView): Area {
  const around = 6 + 2 / scale;
  const out = (value: number, round: (value: number) => number, origin: number) =>
    round((value - origin) * scale) / scale + origin;
  const [left, top] = [out(x - around, Math.floor, area.x), out(y - around, Math.floor, area.y)];
  return {
    x: left,
    y: top,
    w: out(x + w + around, Math.ceil, area.x) - left,
    h: out(y + h + around, Math.ceil, area.y) - top,
  };
}
