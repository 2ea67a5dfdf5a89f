import type { RecordId } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import type { CanvasProgress } from '../canvas/canvas.tsx';
import { currentLocale } from '../i18n/locale.ts';
import type { Attention } from '../session/attention.ts';
import type { Preferences } from '../session/preferences.ts';
import type { Connection } from '../session/connection.ts';
import { whenIdle } from '../ui/when-idle.ts';
import { isSmallScreen } from '../ui/small-screen.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import { BoardAsText } from './board-as-text.tsx';
import type { Plan } from './use-plan.ts';

const FirstPainting = lazyView(() =>
  import('../canvas/first-painting/first-painting.tsx').then((module) => module.FirstPainting),
);
// tldraw is half a megabyte: nothing but the canvas waits for it.
const Canvas = lazyView(() => import('../canvas/canvas.tsx').then((module) => module.Canvas));
// The page is fetched while a person writes their name; from then on so are these, when nothing else is to be done. A phone, which
// opens on the list, fetches them when it is asked to: there may be three hundred on one line.
if (!isSmallScreen())
  whenIdle(() => {
    FirstPainting.preload();
    Canvas.preload();
  });

/** tldraw's start holds up everything else for half a second and more: it lets the board be painted first, if that comes soon. */
const PATIENCE_MILLIS = 400;

type Props = {
  connection: Connection;
  plan: Plan;
  arrangingZones: boolean;
  attention: Attention | null;
  preferences: Preferences;
  onMeasure: (measure: RecordId) => void;
};

/** The canvas; until it is there, what it will look like, and the same as text. */
export function BoardCanvas({
  connection,
  plan: { zones, facts },
  arrangingZones,
  attention,
  preferences,
  onMeasure,
}: Props) {
  const [isBegun, setIsBegun] = useState(false);
  const [canvas, setCanvas] = useState<CanvasProgress | null>(null);
  const locale = currentLocale();
  useEffect(() => {
    const timer = setTimeout(() => setIsBegun(true), PATIENCE_MILLIS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {canvas === null && <BoardAsText zones={zones} locale={facts.locale} />}
      {isBegun && (
        <Canvas
          connection={connection}
          locale={locale}
          arrangingZones={arrangingZones}
          attention={attention}
          preferences={preferences}
          onProgress={setCanvas}
          onMeasure={onMeasure}
        />
      )}
      {canvas !== 'shown' && (
        <FirstPainting
          plan={connection.plan.doc}
          canvas={connection.canvas.doc}
          writable={connection.writable.get().canvas}
          zones={zones}
          facts={facts}
          locale={locale}
          onPainted={() => setIsBegun(true)}
        />
      )}
    </>
  );
}
