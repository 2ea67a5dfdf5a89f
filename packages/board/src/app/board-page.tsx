import './board-page.css';
import { now, type BoardFacts, type RecordId } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { api } from '../session/api.ts';
import type { Connection } from '../session/connection.ts';
import { keepView, lastView, type BoardView } from '../session/last-view.ts';
import { myBoards } from '../session/my-boards.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { preferences } from '../session/preferences.ts';
import type { Attention } from '../session/attention.ts';
import { useSignal } from '../session/use-signal.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { usePageTitle } from '../ui/page-frame.tsx';
import { isSmallScreen } from '../ui/small-screen.ts';
import { Waiting } from '../ui/waiting.tsx';
import { BoardBar } from './board-bar.tsx';
import { lazyView } from '../ui/lazy-view.tsx';
import { BoardNews } from './board-news.tsx';
import { EndedNotice } from './ended-notice.tsx';
import { PhaseBar } from '../workshop/phase-bar.tsx';
import { SkipLinks } from './skip-links.tsx';
import { useConnection, type Open } from './use-connection.ts';
import { usePlan } from './use-plan.ts';

const OutlineView = lazyView(() => import('../outline/view/outline-view.tsx').then((module) => module.OutlineView));
const BoardCanvas = lazyView(() => import('./board-canvas.tsx').then((module) => module.BoardCanvas));
// The page is fetched while a person writes their name; so is what it opens on: on a phone the list, and nothing of the canvas.
(isSmallScreen() ? OutlineView : BoardCanvas).preload();
const MeasuresView = lazyView(() => import('../measures/measures-view.tsx').then((module) => module.MeasuresView));
const MeasureDialog = lazyView(() => import('../measures/measure-dialog.tsx').then((module) => module.MeasureDialog));
const LeadingPanel = lazyView(() => import('./leading-panel.tsx').then((module) => module.LeadingPanel));
const Projector = lazyView(() => import('./projector.tsx').then((module) => module.Projector));
const DisuseNotice = lazyView(() => import('./disuse-notice.tsx').then((module) => module.DisuseNotice));
const AsideNotice = lazyView(() => import('../workshop/aside-notice.tsx').then((module) => module.AsideNotice));

type Props = { session: StoredSession; onRejoin: () => void };

export function BoardPage({ session, onRejoin }: Props) {
  const open = useConnection(session);
  if (open === null) return <Waiting />;
  return <OpenBoard key={open.number} open={open} session={session} onRejoin={onRejoin} />;
}

function OpenBoard({ open, session, onRejoin }: Props & { open: Open }) {
  const { connection, aside, discard } = open;
  const plan = usePlan(connection.plan.doc);
  const link = useSignal(connection.link);
  const [arrangingZones, setArrangingZones] = useState(false);
  const { view, look } = useView(connection);
  const [attention, setAttention] = useState<Attention | null>(null);
  const [isProjected, setIsProjected] = useState(false);
  const [isLeading, setIsLeading] = useState(false);
  const [printings, setPrintings] = useState(0);
  const [measure, setMeasure] = useState<RecordId | null>(null);
  const lookAgain = (next: BoardView) => {
    setAttention(null);
    setPrintings(0);
    look(next);
  };
  const printOut = () => {
    lookAgain('outline');
    setPrintings(printings + 1);
  };
  const showOnBoard = (records: readonly RecordId[]) => {
    if (view === 'measures') look(isSmallScreen() ? 'outline' : 'canvas');
    setAttention({ records });
  };
  const wanted = preferences(session.shared);
  const title = plan.facts.title || session.joined.board.title;
  usePageTitle(title);
  useRemembered(session, title);
  const disuse = useDisuse(session);
  useWarningBeforeLeaving(connection);
  return (
    <div className="board" data-projected={isProjected}>
      {isProjected && (
        <Projector
          connection={connection}
          session={session}
          plan={plan}
          title={title}
          onClose={() => setIsProjected(false)}
        />
      )}
      <SkipLinks view={view} onView={lookAgain} />
      <BoardBar
        connection={connection}
        session={session}
        plan={plan}
        title={title}
        arrangingZones={arrangingZones}
        onArrangeZones={setArrangingZones}
        view={view}
        onView={lookAgain}
        preferences={wanted}
        onShow={showOnBoard}
        onPrint={printOut}
        onProject={() => setIsProjected(true)}
      />
      <PhaseBar
        connection={connection}
        facts={plan.facts}
        zones={plan.zones}
        preferences={wanted}
        shared={session.shared}
        isInPanel={isLeading}
        onPanel={() => setIsLeading(!isLeading)}
      />
      {disuse !== undefined && <DisuseNotice disuse={disuse} />}
      {aside !== null && <AsideNotice connection={connection} aside={aside} onDiscard={discard} />}
      {link.state === 'ended' && <EndedNotice connection={connection} refusal={link.refusal} onRejoin={onRejoin} />}
      <div className="board-middle">
        <main className={`board-${view}`} aria-label={LABELS[view]()}>
          <ErrorBoundary>
            {view === 'canvas' ? (
              <BoardCanvas
                connection={connection}
                plan={plan}
                arrangingZones={arrangingZones}
                attention={attention}
                preferences={wanted}
                onMeasure={setMeasure}
              />
            ) : view === 'measures' ? (
              <MeasuresView connection={connection} facts={plan.facts} onMeasure={setMeasure} />
            ) : (
              <OutlineView
                key={printings}
                connection={connection}
                session={session}
                facts={plan.facts}
                attention={attention}
                isPrinting={printings > 0}
                onMeasure={setMeasure}
              />
            )}
          </ErrorBoundary>
        </main>
        {isLeading && (
          <LeadingPanel
            connection={connection}
            session={session}
            plan={plan}
            title={title}
            onProject={() => setIsProjected(true)}
            onClose={() => setIsLeading(false)}
          />
        )}
      </div>
      {measure !== null && (
        <MeasureDialog
          connection={connection}
          facts={plan.facts}
          measure={measure}
          onShow={showOnBoard}
          onClose={() => setMeasure(null)}
        />
      )}
      <BoardNews connection={connection} plan={plan} preferences={wanted} onGo={showOnBoard} />
    </div>
  );
}

const LABELS: Readonly<Record<BoardView, () => string>> = {
  canvas: m.board_canvas,
  outline: m.outline_label,
  measures: m.view_measures,
};

/** A phone opens on the list: it is read and written in at once, and the canvas is a press away. */
function useView({ joined, history }: Connection) {
  const board = joined.board.id;
  const [view, setView] = useState<BoardView>(() => lastView(board) ?? (isSmallScreen() ? 'outline' : 'canvas'));
  const look = (next: BoardView) => {
    history.mark();
    keepView(board, next);
    setView(next);
  };
  return { view, look };
}

/** Undefined for a board that is used. */
function useDisuse({ joined: { board, token } }: StoredSession): BoardFacts['disuse'] {
  const [disuse, setDisuse] = useState<BoardFacts['disuse']>();
  useEffect(() => {
    void api.facts(board.id, token).then((answer) => setDisuse(answer.ok ? answer.value.disuse : undefined));
  }, [board.id, token]);
  return disuse;
}

/** «Mine tavler» knows the board by its newest title; on a shared machine it knows nothing. */
function useRemembered({ joined, shared }: StoredSession, title: string): void {
  const { board, role } = joined;
  useEffect(() => {
    if (!shared) myBoards().remember({ id: board.id, title, role, visitedAt: now() });
  }, [board.id, role, shared, title]);
}

/** The browser asks before a tab is closed whose work has not reached the others: also from the device it may take long. */
function useWarningBeforeLeaving({ unsaved }: Connection): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.get()) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [unsaved]);
}
