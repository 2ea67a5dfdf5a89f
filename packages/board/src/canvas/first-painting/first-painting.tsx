/**
 * What a board looks like when it opens, drawn from its documents while tldraw starts, which takes longer than all else: its zones and
 * the notes and themes that are seen. Drawings and images come with the canvas.
 */
import { layoutOf, type PlanZone } from '@samtavla/protocol';
import type { Box, Locale } from '@samtavla/templates';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type CSSProperties } from 'react';
import type * as Y from 'yjs';
import * as m from '../../i18n/generated/messages.js';
import { paintNote } from '../large-board/paint-note.ts';
import { layOver, viewFor, type Camera, type PaintedView, type Screen } from '../large-board/painted-view.ts';
import { FONT_FAMILY, noteFonts } from '../note/note-fonts.ts';
import { charWidths } from '../text/char-widths.ts';
import '../theme/theme.css';
import { themesSeen } from './themes-seen.ts';
import '../note/note.css';
import { paperColours } from '../note/paper-colours.ts';
import { lastCamera } from '../last-camera.ts';
import { openingCamera, wholeCamera } from '../opening-camera.ts';
import '../zone/zone.css';
import { ZoneGround, ZoneWords } from '../zone/zone-looks.tsx';
import './first-painting.css';
import { measureHead, measureLines, type MeasureNames } from '../../i18n/measure-words.ts';
import { notesBounds, notesSeen, type SeenNote } from './notes-seen.ts';

type Props = {
  plan: Y.Doc;
  canvas: Y.Doc;
  writable: boolean;
  zones: readonly PlanZone[];
  facts: MeasureNames;
  locale: Locale;
  /** All of it, however small the screen: to be looked at and not worked on. */
  whole?: boolean;
  /** Called when it is on the screen. */
  onPainted?: () => void;
};

export function FirstPainting({ plan, canvas, writable, zones, facts, locale, whole = false, onPainted }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLCanvasElement>(null);
  const [screen, setScreen] = useState<Screen | null>(null);
  const isHere = useIsHere(canvas);
  const camera =
    screen === null || !isHere
      ? null
      : whole
        ? wholeCamera(zones, zones.length > 0 ? null : notesBounds({ plan, canvas }), screen)
        : (lastCamera(plan) ?? openingCamera(zones, null, screen));
  const painted = useEffectEvent(() => onPainted?.());

  useLayoutEffect(() => {
    if (frame.current !== null) setScreen({ w: frame.current.clientWidth, h: frame.current.clientHeight });
  }, []);
  const view = camera === null || screen === null ? null : viewFor(camera, screen, window.devicePixelRatio, 0);
  const notes =
    view === null
      ? []
      : notesSeen({ plan, canvas, sectors: facts.sectors }, view.area, noteFonts(), (said) => ({
          head: measureHead(said.measure, locale),
          lines: measureLines(said, facts, locale),
        }));
  const themes = view === null ? [] : themesSeen({ plan, canvas }, notes, charWidths(FONT_FAMILY, 700));
  useLayoutEffect(() => {
    if (view === null || frame.current === null || sheet.current === null) return undefined;
    paint(notes, view, sheet.current, paperColours(frame.current));
    return onceShown(painted);
  });

  return (
    <div className="first-painting" ref={frame} lang={locale} data-painted={camera !== null} aria-hidden>
      {camera !== null && (
        <div className="first-painting-page" style={seenFrom(camera)}>
          {zones.map(({ id, box, tint }) => (
            <div key={id} style={at(box)}>
              <ZoneGround w={box.w} h={box.h} tint={tint} />
            </div>
          ))}
          {themes.map(({ id, ground }) => (
            <div key={id} className="theme-ground" style={{ ...at(ground), width: ground.w, height: ground.h }} />
          ))}
          <canvas ref={sheet} />
          {themes.map(({ id, title, heading }) => (
            <div key={id} className="theme" style={{ ...at(heading), minHeight: heading.h }}>
              <div className="theme-title">
                <div className="theme-read">{title}</div>
              </div>
            </div>
          ))}
          {zones.map(({ id, box, ...words }) => (
            <div key={id} style={at(box)}>
              <ZoneWords w={box.w} lang={locale} {...words}>
                {writable && <span className="zone-write">+ {m.canvas_write_note({}, { locale })}</span>}
              </ZoneWords>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Whether the document has come, from the server or out of the copy on this device. */
function useIsHere(doc: Y.Doc): boolean {
  const [isHere, setIsHere] = useState(() => layoutOf(doc) !== null);
  useEffect(() => {
    const look = () => setIsHere(layoutOf(doc) !== null);
    look();
    // Not `update`, for which Yjs encodes all that has come once more.
    doc.on('afterTransaction', look);
    return () => doc.off('afterTransaction', look);
  }, [doc]);
  return isHere;
}

function paint(
  notes: readonly SeenNote[],
  view: PaintedView,
  sheet: HTMLCanvasElement,
  colours: ReturnType<typeof paperColours>,
): void {
  const context = sheet.getContext('2d');
  // A browser may refuse it: the zones are shown then, and the notes come with the canvas.
  if (context === null) return;
  layOver(sheet, context, view);
  for (const { colour, ...note } of notes) {
    paintNote(context, { ...note, colours: colours[colour], opacity: 1, edge: null }, view.scale);
  }
}

/** Calls back when the frame after this one begins: what was drawn in this one is on the screen then. */
function onceShown(then: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(then);
  });
  return () => cancelAnimationFrame(frame);
}

/** As tldraw places its page. */
const seenFrom = ({ x, y, z }: Camera): CSSProperties => ({
  transform: `scale(${z}) translate(${x}px, ${y}px)`,
  // What zones' words are sized by.
  ['--tl-scale' as string]: 1 / z,
});

const at = ({ x, y }: Box): CSSProperties => ({ transform: `translate(${x}px, ${y}px)` });
