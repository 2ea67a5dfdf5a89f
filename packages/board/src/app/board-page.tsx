import './board-page.css';
import { now } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { myBoards } from '../session/my-boards.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { useSignal } from '../session/use-signal.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { usePageTitle } from '../ui/page-frame.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { BoardBar } from './board-bar.tsx';
import { lazyView } from '../ui/lazy-view.tsx';
import { BoardCanvas } from './board-canvas.tsx';
import { DisuseNotice } from './disuse-notice.tsx';
import { EndedNotice } from './ended-notice.tsx';
import { useConnection } from './use-connection.ts';
import { usePlan } from './use-plan.ts';
import type { BoardView } from './view-choice.tsx';

const OutlineView = lazyView(() => import('../outline/view/outline-view.tsx').then((module) => module.OutlineView));

type Props = { session: StoredSession; onRejoin: () => void };

export function BoardPage({ session, onRejoin }: Props) {
  const connection = useConnection(session);
  if (connection === null) return <Waiting />;
  return <OpenBoard connection={connection} session={session} onRejoin={onRejoin} />;
}

function OpenBoard({ connection, session, onRejoin }: Props & { connection: Connection }) {
  const plan = usePlan(connection.plan.doc);
  const link = useSignal(connection.link);
  const [arrangingZones, setArrangingZones] = useState(false);
  const [view, setView] = useState<BoardView>('canvas');
  const title = plan.facts.title || session.joined.board.title;
  usePageTitle(title);
  useRemembered(session, title);
  useWarningBeforeLeaving(connection);
  return (
    <div className="board">
      <BoardBar
        connection={connection}
        session={session}
        plan={plan}
        title={title}
        arrangingZones={arrangingZones}
        onArrangeZones={setArrangingZones}
        view={view}
        onView={setView}
      />
      <DisuseNotice session={session} />
      {link.state === 'ended' && <EndedNotice connection={connection} refusal={link.refusal} onRejoin={onRejoin} />}
      <main className={`board-${view}`} aria-label={view === 'canvas' ? m.board_canvas() : m.outline_label()}>
        <ErrorBoundary>
          {view === 'canvas' ? (
            <BoardCanvas connection={connection} plan={plan} arrangingZones={arrangingZones} />
          ) : (
            <OutlineView connection={connection} session={session} facts={plan.facts} />
          )}
        </ErrorBoundary>
      </main>
    </div>
  );
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
