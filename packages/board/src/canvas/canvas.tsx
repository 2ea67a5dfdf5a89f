/** The board as a canvas. The only part of the product that knows tldraw; loaded when the canvas is opened. */
import type { RecordId } from '@samtavla/protocol';
import type { Locale } from '@samtavla/templates';
import { useContext, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Tldraw, useTldrawUser, useToasts, type Editor, type TLUserPreferences } from 'tldraw';
import 'tldraw/tldraw.css';
import type { Attention } from '../session/attention.ts';
import type { Connection } from '../session/connection.ts';
import type { Preferences } from '../session/preferences.ts';
import { useSignal } from '../session/use-signal.ts';
import { CanvasHand } from './arrange/canvas-hand.ts';
import { showRecords } from './show-records.ts';
import { SHAPE_UTILS } from './board-store.ts';
import { BoardWords } from './board-words.ts';
import { useBoardWords } from './use-board-words.ts';
import { createCanvasSession, type CanvasSession } from './canvas-session.ts';
import './canvas.css';
import './measure/measure.css';
import './note/note.css';
import './theme/theme.css';
import './zone/zone.css';
import type { ImageProblem } from './image/image-problem.ts';
import './image/image.css';
import { ASSET_URLS } from './interface/asset-urls.ts';
import { COMPONENTS } from './interface/components.tsx';
import { overridesIn } from './interface/overrides.ts';
import { tldrawLocale, useTranslations, type Translations } from './interface/translations.ts';
import { MeasureOpening } from './measure/measure-opening.ts';
import { MeasureTool } from './measure/measure-tool.ts';
import { NoteTool } from './note/note-tool.ts';
import { ThemeTool } from './theme/theme-tool.ts';
import { ArrangeZones } from './zone/arrange-zones.tsx';

const TOOLS = [NoteTool, ThemeTool, MeasureTool];

/** `open`: what the board holds is being put in. `shown`: all that one sees of it is on the screen. */
export type CanvasProgress = 'open' | 'shown';

type CanvasProps = {
  connection: Connection;
  locale: Locale;
  arrangingZones: boolean;
  attention: Attention | null;
  preferences: Preferences;
  onProgress: (progress: CanvasProgress) => void;
  onMeasure: (measure: RecordId) => void;
};

/** tldraw makes nothing at all, and says so nowhere, beyond its 4 000. */
const MOST_SHAPES = 20_000;
const OPTIONS = { maxPages: 1, maxShapesPerPage: MOST_SHAPES, createTextOnCanvasDoubleClick: false } as const;

/** What the file picker offers. HEIC too: where the browser can read it, it becomes another type, and elsewhere the person is told. */
const PICKED_IMAGES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/heic', 'image/heif'];
const NO_VIDEOS: readonly string[] = [];

export function Canvas(props: CanvasProps) {
  const translations = useTranslations(props.locale);
  return translations === null ? null : <OpenCanvas {...props} translations={translations} />;
}

function OpenCanvas({
  connection,
  locale,
  translations,
  arrangingZones,
  attention,
  preferences,
  onProgress,
  onMeasure,
}: CanvasProps & { translations: Translations }) {
  const [session] = useState(() => createCanvasSession(connection, preferences));
  const [editor, setEditor] = useState<Editor | null>(null);
  const words = useBoardWords(connection.plan.doc, locale);
  const overrides = useMemo(() => overridesIn(locale, translations), [locale, translations]);
  const user = useUser(connection, locale, preferences);
  useEffect(() => {
    if (editor !== null && attention !== null) showRecords(editor, attention.records);
  }, [editor, attention]);
  useEffect(() => session.setArranging(arrangingZones), [session, arrangingZones]);
  return (
    <BoardWords value={words}>
      <CanvasHand value={session.hand}>
        <MeasureOpening value={onMeasure}>
          <div className="canvas" lang={locale}>
            <Tldraw
              key={locale}
              store={session.store}
              user={user}
              assetUrls={ASSET_URLS}
              shapeUtils={SHAPE_UTILS}
              tools={TOOLS}
              textOptions={session.textOptions}
              options={OPTIONS}
              overrides={overrides}
              components={COMPONENTS}
              acceptedImageMimeTypes={PICKED_IMAGES}
              acceptedVideoMimeTypes={NO_VIDEOS}
              onMount={setEditor}
            >
              {editor !== null && <Mounted session={session} editor={editor} onProgress={onProgress} />}
            </Tldraw>
            {arrangingZones && editor !== null && <ArrangeZones editor={editor} />}
          </div>
        </MeasureOpening>
      </CanvasHand>
    </BoardWords>
  );
}

type MountedProps = Pick<CanvasProps, 'onProgress'> & { session: CanvasSession; editor: Editor };

/** Inside tldraw's own context, where its messages can be shown. */
function Mounted({ session, editor, onProgress }: MountedProps) {
  const words = useContext(BoardWords);
  const toasts = useToasts();
  const progress = useEffectEvent(onProgress);
  const latest = useRef(words);
  useLayoutEffect(() => {
    latest.current = words;
  }, [words]);
  useEffect(() => {
    const imageProblem = (problem: ImageProblem) => {
      const { imageFailed: title, imageProblem: sentence } = latest.current;
      toasts.addToast({ title, description: sentence(problem), severity: 'warning' });
    };
    const unmount = session.mount(editor, {
      words: () => latest.current,
      imageProblem,
      shown: () => progress('shown'),
    });
    progress('open');
    return unmount;
  }, [session, editor, toasts]);
  return null;
}

/** tldraw keeps a person's preferences in the browser, for all boards at once; ours hold for the visit. */
function useUser({ joined }: Connection, locale: Locale, wanted: Preferences) {
  const areKeyboardShortcutsEnabled = useSignal(wanted).has('shortcuts');
  const [preferences, setPreferences] = useState<TLUserPreferences>({
    id: joined.participant.id,
    colorScheme: 'system',
  });
  const userPreferences = useMemo(
    () => ({
      ...preferences,
      locale: tldrawLocale(locale),
      name: joined.participant.name,
      areKeyboardShortcutsEnabled,
    }),
    [preferences, locale, joined, areKeyboardShortcutsEnabled],
  );
  return useTldrawUser({ userPreferences, setUserPreferences: setPreferences });
}
