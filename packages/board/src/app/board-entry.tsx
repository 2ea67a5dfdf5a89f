import '../join/join.css';
import { REFUSALS, type BoardId } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { setLocaleOfBoard } from '../i18n/locale.ts';
import { entryRefusal } from '../i18n/entry-refusal.ts';
import { JoinPage } from '../join/join-page.tsx';
import type { NoReason } from '../session/ask.ts';
import type { Entry } from '../session/entry.ts';
import { dropNewLink, newLinkOf } from '../session/new-link.ts';
import { wipeCopies } from '../session/copy/copies-of-board.ts';
import { forgetHalfWritten } from '../session/half-written.ts';
import { keepSecretForTab } from '../session/secret.ts';
import { storedSessions } from '../session/stored-session.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import { MessageSheet } from '../ui/message-sheet.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useEntry } from './use-entry.ts';
import { reloadPage } from '../ui/reload-page.ts';

const RegretButton = lazyView(() => import('./regret-button.tsx').then((module) => module.RegretButton));

const BoardPage = lazyView(() => import('./board-page.tsx').then((module) => module.BoardPage), Waiting);
const KeepLinkPage = lazyView(
  () => import('../share/keep-link-page.tsx').then((module) => module.KeepLinkPage),
  Waiting,
);

/** `/t/<board>`: everything between the link and the board. */
export function BoardEntry({ board }: { board: BoardId }) {
  const { entry, again, enter } = useEntry(board);
  const [newLink, setNewLink] = useState(() => newLinkOf(board));
  useLocaleOf(entry);
  // While a person writes their name, the board itself is already on its way.
  useEffect(() => BoardPage.preload(), []);

  if (newLink !== null) {
    const kept = () => {
      dropNewLink(board);
      setNewLink(null);
    };
    return <KeepLinkPage link={newLink} onKept={kept} />;
  }
  if (entry === null) return <Waiting />;
  switch (entry.kind) {
    case 'no-link':
      return <NeedsLink title={m.needs_link_title()} text={m.needs_link_text()} />;
    case 'link-again':
      return <NeedsLink title={m.link_again_title()} text={m.link_again_text()} />;
    case 'refused':
      return <Refused board={board} reason={entry.reason} onAgain={again} />;
    case 'join': {
      const forgetEarlier = () => {
        storedSessions().forget(board);
        forgetHalfWritten(board);
        void wipeCopies(board);
        keepSecretForTab(board, entry.secret);
        again();
      };
      return <JoinPage board={board} {...entry} onJoined={enter} onForgetEarlier={forgetEarlier} />;
    }
    case 'in':
      return <BoardPage key={entry.session.joined.token} session={entry.session} onRejoin={again} />;
  }
}

/** A board's pages speak its language, from the door on. */
function useLocaleOf(entry: Entry | null): void {
  const door = entry?.kind === 'join' ? entry.door.locale : null;
  const inside = entry?.kind === 'in' ? entry.session.joined.board.locale : null;
  useEffect(() => {
    setLocaleOfBoard(door ?? inside);
    return () => setLocaleOfBoard(null);
  }, [door, inside]);
}

function NeedsLink({ title, text }: { title: string; text: string }) {
  return (
    <MessageSheet title={title} text={text}>
      <a className="ds-button" data-variant="secondary" href="/">
        {m.to_home()}
      </a>
    </MessageSheet>
  );
}

function Refused({ board, reason, onAgain }: { board: BoardId; reason: NoReason; onAgain: () => void }) {
  const joined = reason === 'board-deleted' ? storedSessions().of(board)?.joined : undefined;
  const then = reason === 'unreachable' ? 'retry' : REFUSALS[reason].then;
  return (
    <MessageSheet title={m.refused_title()} text={entryRefusal(reason)}>
      {joined?.role === 'facilitator' && <RegretButton joined={joined} />}
      {then === 'reload' && (
        <button type="button" className="ds-button" onClick={() => void reloadPage()}>
          {m.reload()}
        </button>
      )}
      {then === 'retry' && (
        <button type="button" className="ds-button" onClick={onAgain}>
          {m.try_again()}
        </button>
      )}
      <a className="ds-button" data-variant="secondary" href="/">
        {m.to_home()}
      </a>
    </MessageSheet>
  );
}
