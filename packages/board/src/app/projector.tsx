import './projector.css';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useEffectEvent, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { api } from '../session/api.ts';
import type { Connection } from '../session/connection.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { useSignal } from '../session/use-signal.ts';
import { useVotersHere } from '../session/voters-here.ts';
import { ShortCode } from '../share/projected-code.tsx';
import { QrCode } from '../share/qr-code.tsx';
import { clockFace, phaseNow } from '../workshop/phase-now.ts';
import { useTimeLeft } from '../workshop/use-time-left.ts';
import type { Plan } from './use-plan.ts';

type Props = { connection: Connection; session: StoredSession; plan: Plan; title: string; onClose: () => void };

/** Above the board on a screen for all: what is asked, how much time is left, how many have answered, and the way in. */
export function Projector({ connection, session, plan: { facts, zones }, title, onClose }: Props) {
  const stage = useSignal(connection.stage);
  const [writers, voted] = [useSignal(connection.writers), useSignal(connection.voters)];
  const voters = useVotersHere(connection);
  const time = useTimeLeft(stage, connection.now);
  const now = phaseNow(stage, facts.phases, zones);
  const vote = stage.votes.at(-1);
  useFullScreen(onClose);
  return (
    <section className="projector" aria-label={m.projector()}>
      <div className="projector-words" lang={facts.locale}>
        <h1>{now?.question ?? now?.phase.name ?? title}</h1>
        <p>
          {now !== null && now.question !== null && <span>{now.phase.name}</span>}
          {stage.round !== null && (
            <strong>
              {m.phase_private()} {writers > 0 && m.phase_writers({ count: writers })}
            </strong>
          )}
          {vote?.state === 'open' && <strong>{m.vote_going_on({ count: voted, of: Math.max(voted, voters) })}</strong>}
        </p>
      </div>
      {time !== null && (
        <span className="projector-clock" role="timer" data-state={time.state}>
          {time.state === 'up' ? m.timer_up() : clockFace(time.millis)}
        </span>
      )}
      {session.joined.role === 'facilitator' && <WayIn session={session} />}
      <button
        type="button"
        className="ds-button projector-close"
        data-variant="tertiary"
        data-icon="true"
        aria-label={m.projector_close()}
        title={m.projector_close()}
        onClick={onClose}
      >
        <XMarkIcon aria-hidden />
      </button>
    </section>
  );
}

/** Nothing where the participants’ link is closed. */
function WayIn({ session: { joined } }: { session: StoredSession }) {
  const [link, setLink] = useState<string | null>(null);
  const { board, token } = joined;
  useEffect(
    () => void api.links(board.id, token).then((answer) => setLink(answer.ok ? answer.value.participant : null)),
    [board.id, token],
  );
  if (link === null) return null;
  return (
    <div className="projector-way-in">
      <QrCode text={link} label={m.share_qr_participant()} />
      <ShortCode joined={joined} address={new URL(link).host} />
    </div>
  );
}

/** As long as it is shown; Escape ends both. Where a browser refuses, the page is as large as it is. */
function useFullScreen(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    let wasFull = false;
    const changed = () => {
      if (document.fullscreenElement !== null) wasFull = true;
      else if (wasFull) close();
    };
    const keyed = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close();
    };
    document.addEventListener('fullscreenchange', changed);
    addEventListener('keydown', keyed);
    document.documentElement.requestFullscreen?.().catch(() => {});
    return () => {
      document.removeEventListener('fullscreenchange', changed);
      removeEventListener('keydown', keyed);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
}
