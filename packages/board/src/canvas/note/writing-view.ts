/**
 * What one sees while writing a note: near enough to read, above a phone's keyboard, and back where one was when the writing is
 * done.
 */
import { react, unsafe__withoutCapture, type Editor, type TLCamera, type TLEventInfo, type TLShapeId } from 'tldraw';
import type { NoteShape } from './note-shape.ts';
import { plainText } from '../text/plain-text.ts';

/** Below this zoom one cannot read what one writes. */
const WRITING_ZOOM = 0.6;
const GLIDE_MILLIS = 220;
/** Going on to the next note closes one text and opens another; only then is it known whether the writing is done. */
const NEXT_NOTE_MILLIS = 60;
/** Between the note and the edge of what can be seen, in screen pixels. */
const MARGIN = 24;

type Visit = {
  readonly before: TLCamera;
  readonly cameFrom: Element | null;
  /** Whether the person has moved the view since the note was brought near. */
  moved: boolean;
  note: TLShapeId;
};
const visits = new WeakMap<Editor, Visit>();
const goingHome = new WeakMap<Editor, TLCamera>();
const givingFocusBack = new WeakSet<Editor>();

/** Brings a note whose text has just been opened into view, and ends the visit when no text is open any more. */
export function comeToWrite(editor: Editor, note: TLShapeId): void {
  const visit = visits.get(editor);
  if (visit === undefined) beginVisit(editor, note);
  else {
    forgetIfEmpty(editor, visit.note);
    visit.note = note;
    visit.moved = false;
  }
  const bounds = editor.getShapePageBounds(note);
  if (bounds === undefined) return;
  if (editor.getZoomLevel() >= WRITING_ZOOM) editor.zoomToSelectionIfOffscreen(64);
  else editor.zoomToBounds(bounds, { targetZoom: 1, inset: 96, animation: { duration: GLIDE_MILLIS } });
}

function beginVisit(editor: Editor, note: TLShapeId): void {
  const cameFrom = document.activeElement;
  visits.set(editor, { before: goingHome.get(editor) ?? editor.getCamera(), cameFrom, moved: false, note });
  goingHome.delete(editor);
  // By what the person does, not by where the camera is: on a slow machine it is still on its way there.
  const onEvent = ({ type }: TLEventInfo) => {
    const visit = visits.get(editor);
    if (visit !== undefined && (type === 'wheel' || type === 'pinch' || editor.inputs.isPanning)) visit.moved = true;
  };
  editor.on('event', onEvent);
  const keepInView = () => stayAboveKeyboard(editor);
  window.visualViewport?.addEventListener('resize', keepInView);
  const stop = react('writing is done', () => {
    if (editor.getEditingShapeId() !== null) return;
    unsafe__withoutCapture(() => letGo(editor));
    editor.timers.setTimeout(() => {
      if (editor.getEditingShapeId() !== null || editor.isDisposed) return;
      stop();
      editor.off('event', onEvent);
      window.visualViewport?.removeEventListener('resize', keepInView);
      endVisit(editor);
    }, NEXT_NOTE_MILLIS);
  });
}

/** At once: what is selected a moment later somebody has selected. */
function letGo(editor: Editor): void {
  const note = visits.get(editor)?.note;
  if (note !== undefined && editor.getOnlySelectedShapeId() === note) editor.selectNone();
}

function endVisit(editor: Editor): void {
  const visit = visits.get(editor);
  if (visit === undefined) return;
  visits.delete(editor);
  forgetIfEmpty(editor, visit.note);
  // Whoever has moved the view meanwhile is where they want to be.
  if (!visit.moved) goHome(editor, visit.before);
  if (!(visit.cameFrom instanceof HTMLElement) || !visit.cameFrom.isConnected) return;
  givingFocusBack.add(editor);
  visit.cameFrom.focus({ preventScroll: true });
  givingFocusBack.delete(editor);
}

/** Whether what gets the focus gets it back after writing, while the view goes its own way home. */
export const isGivingFocusBack = (editor: Editor): boolean => givingFocusBack.has(editor);

/** Who goes on by keyboard goes on from home, also while the view is on its way there. */
export function hastenHome(editor: Editor): void {
  const home = goingHome.get(editor);
  if (home !== undefined) editor.setCamera(home, { immediate: true });
}

/** Who begins the next note on the way back wants to come back all the way after that one. */
function goHome(editor: Editor, home: TLCamera): void {
  editor.setCamera(home, { animation: { duration: GLIDE_MILLIS } });
  if (isAt(editor, home)) return;
  goingHome.set(editor, home);
  let stop = () => {};
  const arrive = () => {
    stop();
    editor.off('stop-camera-animation', arrive);
    if (goingHome.get(editor) === home) goingHome.delete(editor);
  };
  editor.on('stop-camera-animation', arrive);
  // tldraw says when an animation is stopped, and nothing when it is over.
  stop = react('on the way home', () => {
    if (isAt(editor, home)) unsafe__withoutCapture(arrive);
  });
}

/** An animation ends beside its aim by what the arithmetic of it loses. */
function isAt(editor: Editor, home: TLCamera): boolean {
  const { x, y, z } = editor.getCamera();
  return Math.abs(x - home.x) < 0.1 && Math.abs(y - home.y) < 0.1 && Math.abs(z - home.z) < 0.0001;
}

/** A note that nobody wrote in is none. */
function forgetIfEmpty(editor: Editor, note: TLShapeId): void {
  const shape = editor.getShape<NoteShape>(note);
  if (shape !== undefined && plainText(shape.props.richText).trim() === '') editor.deleteShapes([note]);
}

/** A phone's keyboard takes the lower half of the screen, and some browsers do not shrink the page for it. */
function stayAboveKeyboard(editor: Editor): void {
  const note = editor.getEditingShapeId();
  const bounds = note === null ? undefined : editor.getShapePageBounds(note);
  const { visualViewport } = window;
  if (bounds === undefined || visualViewport === null) return;
  const top = editor.getContainer().getBoundingClientRect().top;
  const seen = visualViewport.height + visualViewport.offsetTop - top;
  const zoom = editor.getZoomLevel();
  const onScreen = editor.pageToViewport(bounds);
  if (onScreen.y >= MARGIN && onScreen.y + bounds.h * zoom <= seen - MARGIN) return;
  const wanted = Math.max(MARGIN, (seen - bounds.h * zoom) / 2);
  const camera = editor.getCamera();
  editor.setCamera({ ...camera, y: camera.y + (wanted - onScreen.y) / zoom });
}
