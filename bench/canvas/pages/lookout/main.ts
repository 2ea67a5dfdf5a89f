import { wallClock } from '../../../lib/wall-clock.ts';
import { NOTE_SIDE, spotsOf, type Spot } from '../../content.ts';
import { SYNCED, type Lookout, type Sighting, type View } from '../../lookout-api.ts';
import { editor } from './find-editor.ts';
import { FrameTimes } from './frame-times.ts';
import { notesIn } from './notes-here.ts';
import { OpeningWatch } from './opening.ts';
import { watchFor } from './peer-watch.ts';

/** Around everything, as parts of the screen. */
const MARGIN = 0.05;

let watch: OpeningWatch | null = null;
let sighting: Promise<Sighting> | null = null;
let frames: FrameTimes | null = null;

const lookout: Lookout = {
  arm(notes, camera) {
    watch = new OpeningWatch(notes, camera);
  },
  opening() {
    if (watch === null) throw new Error('Nothing was watched for.');
    return watch.opening;
  },
  camera() {
    const { x, y, z } = editor().getCamera();
    return { x, y, z };
  },
  look: (view, notes) => lookAt(view, notes),
  select(count) {
    const here = editor();
    const middle = here.getViewportPageBounds().center;
    const far = ({ x, y }: Spot) => Math.hypot(x + NOTE_SIDE / 2 - middle.x, y + NOTE_SIDE / 2 - middle.y);
    const nearest = notesIn(here).toSorted((a, b) => far(a) - far(b));
    const [first] = nearest;
    if (first === undefined || nearest.length < count) throw new Error('There are not so many notes here.');
    here.setSelectedShapes(nearest.slice(0, count).map(({ id }) => id));
    const { x, y } = here.pageToScreen({ x: first.x + NOTE_SIDE / 2, y: first.y + NOTE_SIDE / 2 });
    return { x, y };
  },
  create(type, x, y) {
    const at = wallClock();
    editor().createShape({ type, x, y } as Parameters<ReturnType<typeof editor>['createShape']>[0]);
    return at;
  },
  watchFor(x, y) {
    sighting = watchFor(x, y);
  },
  sighting() {
    if (sighting === null) throw new Error('Nothing was watched for.');
    return sighting;
  },
  startFrames() {
    frames = new FrameTimes();
  },
  stopFrames: () => frames?.stop() ?? [],
};

function lookAt(view: View, notes: number): void {
  const here = editor();
  const screen = here.getViewportScreenBounds();
  const spots = spotsOf(notes);
  const right = Math.max(...spots.map(({ x }) => x)) + NOTE_SIDE;
  const bottom = Math.max(...spots.map(({ y }) => y)) + NOTE_SIDE;
  const fit = Math.min(1, (screen.w * (1 - 2 * MARGIN)) / right, (screen.h * (1 - 2 * MARGIN)) / bottom);
  const z = { 'zoom 1': 1, between: Math.sqrt(fit), fit }[view];
  here.setCamera({ x: screen.w / 2 / z - right / 2, y: screen.h / 2 / z - bottom / 2, z });
}

globalThis.bench = lookout;
addEventListener(SYNCED, () => watch?.synced());
