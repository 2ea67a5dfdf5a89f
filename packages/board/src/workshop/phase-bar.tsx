import './workshop.css';
import type { PlanFacts, PlanZone, Stage } from '@samtavla/protocol';
import { useEffect } from 'react';
import { EyeSlashIcon, PadlockLockedIcon, TimerPauseIcon } from '@navikt/aksel-icons';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import type { Preferences } from '../session/preferences.ts';
import { useSignal } from '../session/use-signal.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import { awaitTouch } from './chime.ts';
import { clockFace, gateNow, phaseNow, type PhaseNow, type TimeLeft } from './phase-now.ts';
import { PhaseNews } from './phase-news.tsx';
import { useTimeLeft } from './use-time-left.ts';

const VoteBar = lazyView(() => import('./vote/vote-bar.tsx').then((module) => module.VoteBar));
const Leading = lazyView(() => import('./leading.tsx').then((module) => module.Leading));

type Props = {
  connection: Connection;
  facts: PlanFacts;
  zones: readonly PlanZone[];
  preferences: Preferences;
  /** Whether this machine is shared: then nothing stays on it. */
  shared: boolean;
  isInPanel: boolean;
  onPanel: () => void;
};

/** What everybody knows: which phase it is, what is asked, and how much time is left. Facilitators lead it from here. */
export function PhaseBar({ connection, facts, zones, preferences, shared, isInPanel, onPanel }: Props) {
  const stage = useSignal(connection.stage);
  const writers = useSignal(connection.writers);
  const time = useTimeLeft(stage, connection.now);
  const now = phaseNow(stage, facts.phases, zones);
  useEffect(() => awaitTouch(), []);
  const vote = stage.votes.at(-1);
  const leads = connection.joined.role === 'facilitator';
  const isQuiet = stage.phase === null && time === null && gateNow(stage) === 'open' && vote === undefined;
  return (
    <>
      <PhaseNews now={now} stage={stage} time={time} preferences={preferences} />
      {(leads || !isQuiet) && (
        <section className="phase-bar" aria-label={m.phase_label()} data-size="sm">
          <PhaseWords now={now} stage={stage} writers={writers} lang={facts.locale} />
          {time !== null && <Clock time={time} />}
          {vote !== undefined && <VoteBar connection={connection} vote={vote} shared={shared} lang={facts.locale} />}
          {leads && (
            <Leading connection={connection} facts={facts} zones={zones} isInPanel={isInPanel} onPanel={onPanel} />
          )}
        </section>
      )}
    </>
  );
}

type PhaseWordsProps = { now: PhaseNow | null; stage: Stage; writers: number; lang: string };

function PhaseWords({ now, stage, writers, lang }: PhaseWordsProps) {
  const gate = gateNow(stage);
  return (
    <div className="phase-words">
      {now === null ? (
        <span className="phase-none">{stage.phase === null ? m.phase_none() : m.phase_gone()}</span>
      ) : (
        <>
          <span className="phase-number">{m.phase_number({ number: now.number, count: now.count })}</span>
          <strong className="phase-name" lang={lang}>
            {now.phase.name}
          </strong>
          {now.question !== null && (
            <span className="phase-question" lang={lang}>
              {now.question}
            </span>
          )}
        </>
      )}
      {stage.round !== null && (
        <span className="phase-gate" data-gate="private">
          <EyeSlashIcon aria-hidden />
          {m.phase_private()} {writers > 0 && m.phase_writers({ count: writers })}
        </span>
      )}
      {gate !== 'open' && (
        <span className="phase-gate" data-gate={gate}>
          <PadlockLockedIcon aria-hidden />
          {gate === 'closing' ? m.phase_closing() : m.phase_closed()}
        </span>
      )}
    </div>
  );
}

function Clock({ time: { state, millis } }: { time: TimeLeft }) {
  return (
    <span
      className="phase-clock"
      role="timer"
      data-state={state}
      aria-label={m.timer_left({ time: clockFace(millis) })}
    >
      {state === 'paused' && <TimerPauseIcon aria-hidden />}
      {state === 'up' ? m.timer_up() : clockFace(millis)}
      {state === 'paused' && <span className="ds-sr-only">{m.timer_paused()}</span>}
    </span>
  );
}
