import {
  ArrowLeftIcon,
  ArrowRightIcon,
  BarChartIcon,
  EyeIcon,
  PadlockLockedIcon,
  PadlockUnlockedIcon,
  PauseIcon,
  PlayIcon,
  TasklistIcon,
} from '@navikt/aksel-icons';
import type { PlanFacts, PlanZone, StageCommand } from '@samtavla/protocol';
import { useState, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { useSignal } from '../session/use-signal.ts';
import { PhasesDialog } from './phases-dialog.tsx';
import { gateNow, phaseNow } from './phase-now.ts';
import { VoteSetup } from './vote/vote-setup.tsx';
import { useCommand } from './use-command.ts';

type Props = { connection: Connection; facts: PlanFacts; zones: readonly PlanZone[] };

const MINUTE_MILLIS = 60_000;

/** What leads the workshop: on, back, more time, a pause; the rest is in the list of phases. */
export function PhaseControls({ connection, facts, zones }: Props) {
  const stage = useSignal(connection.stage);
  const { command, problem } = useCommand(connection);
  const vote = stage.votes.at(-1);
  const [setsUp, setSetsUp] = useState(false);
  const [arranges, setArranges] = useState(false);
  const now = phaseNow(stage, facts.phases, zones);
  const [first] = facts.phases;
  const next = stage.phase === null ? first : now?.after;
  const isPaused = stage.left !== null;
  const isOpen = gateNow(stage) === 'open';
  const hasHidden = stage.rounds.some(({ revealedAt }) => revealedAt === null);
  const isForWriting = stage.open === 'all' || stage.open.length > 0;
  return (
    <div className="phase-controls">
      {stage.phase !== null && (
        <>
          <IconButton
            label={m.phase_back()}
            icon={<ArrowLeftIcon aria-hidden />}
            isOff={now === null || now.before === null}
            onPress={() => command({ type: 'phase.back' })}
          />
          <TimeButton label={m.timer_less()} face="−1" onPress={() => command(add(-MINUTE_MILLIS))} />
          <IconButton
            label={isPaused ? m.timer_resume() : m.timer_pause()}
            icon={isPaused ? <PlayIcon aria-hidden /> : <PauseIcon aria-hidden />}
            isOff={!isPaused && stage.endsAt === null}
            onPress={() => command({ type: isPaused ? 'timer.resume' : 'timer.pause' })}
          />
          <TimeButton label={m.timer_more()} face="+1" onPress={() => command(add(MINUTE_MILLIS))} />
          {isForWriting && (
            <IconButton
              label={isOpen ? m.writing_close() : m.writing_open()}
              icon={isOpen ? <PadlockLockedIcon aria-hidden /> : <PadlockUnlockedIcon aria-hidden />}
              onPress={() => command({ type: isOpen ? 'writing.close' : 'writing.open' })}
            />
          )}
        </>
      )}
      <IconButton label={m.phases_open()} icon={<TasklistIcon aria-hidden />} onPress={() => setArranges(true)} />
      {hasHidden && (
        <button
          type="button"
          className="ds-button round-reveal"
          data-variant={stage.round === null ? 'secondary' : 'primary'}
          onClick={() => command({ type: 'round.reveal' })}
        >
          <EyeIcon aria-hidden />
          {m.round_reveal()}
        </button>
      )}
      {vote?.state === 'open' ? (
        <button
          type="button"
          className="ds-button"
          data-variant="secondary"
          onClick={() => command({ type: 'vote.close' })}
        >
          {m.vote_close()}
        </button>
      ) : now !== null && now.phase.vote !== null && (vote === undefined || vote.state === 'closed') ? (
        <button type="button" className="ds-button" data-variant="secondary" onClick={() => setSetsUp(true)}>
          <BarChartIcon aria-hidden />
          {m.vote_setup()}
        </button>
      ) : (
        <IconButton
          label={m.vote_setup()}
          icon={<BarChartIcon aria-hidden />}
          isOff={vote !== undefined && vote.state !== 'closed'}
          onPress={() => setSetsUp(true)}
        />
      )}
      {next === undefined || next === null ? (
        stage.phase !== null && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => command({ type: 'phase.end' })}
          >
            {m.phase_end()}
          </button>
        )
      ) : (
        <button
          type="button"
          className="ds-button phase-next"
          onClick={() => command(stage.phase === null ? { type: 'phase.start' } : { type: 'phase.next' })}
        >
          <span>{stage.phase === null ? m.phase_start({ name: next.name }) : m.phase_next({ name: next.name })}</span>
          <ArrowRightIcon aria-hidden />
        </button>
      )}
      {problem !== null && (
        <p className="phase-problem" role="alert">
          {problem}
        </p>
      )}
      {setsUp && (
        <VoteSetup
          connection={connection}
          zones={zones}
          phase={now?.phase ?? null}
          lang={facts.locale}
          onClose={() => setSetsUp(false)}
        />
      )}
      {arranges && (
        <PhasesDialog connection={connection} facts={facts} zones={zones} onClose={() => setArranges(false)} />
      )}
    </div>
  );
}

const add = (millis: number): StageCommand => ({ type: 'timer.add', millis });

type ButtonProps = { label: string; onPress: () => void };

const IconButton = ({ label, icon, isOff = false, onPress }: ButtonProps & { icon: ReactNode; isOff?: boolean }) => (
  <button
    type="button"
    className="ds-button"
    data-variant="tertiary"
    data-icon="true"
    aria-label={label}
    title={label}
    disabled={isOff}
    onClick={onPress}
  >
    {icon}
    <span className="phase-control-name" aria-hidden>
      {label}
    </span>
  </button>
);

const TimeButton = ({ label, face, onPress }: ButtonProps & { face: string }) => (
  <button
    type="button"
    className="ds-button"
    data-variant="tertiary"
    data-icon="true"
    aria-label={label}
    title={label}
    onClick={onPress}
  >
    <span className="phase-control-face">{face}</span>
    <span className="phase-control-name" aria-hidden>
      {label}
    </span>
  </button>
);
