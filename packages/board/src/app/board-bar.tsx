import type { RecordId } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import type { BoardView } from '../session/last-view.ts';
import type { Preferences } from '../session/preferences.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { Logo } from '../ui/logo.tsx';
import { lazyView } from '../ui/lazy-view.tsx';
import type { BoardDialog } from './board-dialogs.tsx';
import { BoardMenu } from './board-menu.tsx';
import { BoardTitle } from './board-title.tsx';
import { SavedStatus } from './saved-status.tsx';
import type { Plan } from './use-plan.ts';
import { ViewChoice } from './view-choice.tsx';
import { WhoIsHere } from './who-is-here.tsx';

const FacilitatorButtons = lazyView(() =>
  import('./facilitator-buttons.tsx').then((module) => module.FacilitatorButtons),
);
const BoardDialogs = lazyView(() => import('./board-dialogs.tsx').then((module) => module.BoardDialogs));

type Props = {
  connection: Connection;
  session: StoredSession;
  plan: Plan;
  title: string;
  arrangingZones: boolean;
  onArrangeZones: (arranging: boolean) => void;
  view: BoardView;
  onView: (view: BoardView) => void;
  preferences: Preferences;
  onShow: (zones: readonly RecordId[]) => void;
  onPrint: () => void;
  onProject: () => void;
};

/** Everything there is to know and do about the board itself, in one calm line. */
export function BoardBar({
  connection,
  session,
  plan,
  title,
  arrangingZones,
  onArrangeZones,
  view,
  onView,
  preferences,
  onShow,
  onPrint,
  onProject,
}: Props) {
  const [dialog, setDialog] = useState<BoardDialog | null>(null);
  const [renaming, setRenaming] = useState(false);
  const { role } = session.joined;
  const arrange = () => onArrangeZones(!arrangingZones);
  const share = () => setDialog('share');
  return (
    <header className="board-bar" data-size="sm">
      <a className="brand board-home" href="/" aria-label={m.to_home()} title={m.to_home()}>
        <Logo />
      </a>
      <BoardTitle
        title={title}
        plan={connection.plan}
        locale={plan.facts.locale}
        renaming={renaming}
        onRenaming={setRenaming}
      />
      {role === 'viewer' && <span className="ds-tag board-viewer">{m.viewing()}</span>}
      <SavedStatus connection={connection} />
      <ViewChoice view={view} onView={onView} />
      <span className="board-bar-space" />
      <WhoIsHere connection={connection} session={session} onShare={share} facts={plan.facts} />
      {role === 'facilitator' && (
        <div className="board-bar-wide">
          <FacilitatorButtons arrangingZones={arrangingZones} onArrangeZones={arrange} onShare={share} />
        </div>
      )}
      <BoardMenu
        title={title}
        locale={plan.facts.locale}
        connection={connection}
        session={session}
        arrangingZones={arrangingZones}
        onArrangeZones={arrange}
        preferences={preferences}
        onPrint={onPrint}
        onProject={onProject}
        onRename={() => setRenaming(true)}
        onDialog={setDialog}
      />
      {dialog !== null && (
        <BoardDialogs
          dialog={dialog}
          connection={connection}
          session={session}
          plan={plan}
          title={title}
          onShow={onShow}
          onClose={() => setDialog(null)}
        />
      )}
    </header>
  );
}
