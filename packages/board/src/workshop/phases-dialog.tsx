import { randomId, writePhases, type PlanFacts, type PlanPhase, type PlanZone } from '@samtavla/protocol';
import { ChevronDownIcon, ChevronUpIcon, PencilIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { useState, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import { duration } from '../i18n/duration.ts';
import type { Connection } from '../session/connection.ts';
import { useSignal } from '../session/use-signal.ts';
import { Modal } from '../ui/modal.tsx';
import { PhaseFields } from './phase-fields.tsx';
import { useCommand } from './use-command.ts';

type Props = { connection: Connection; facts: PlanFacts; zones: readonly PlanZone[]; onClose: () => void };

const newPhase = (): PlanPhase => ({
  id: randomId(),
  name: '',
  minutes: 10,
  zones: [],
  private: false,
  closes: false,
  vote: null,
});

/** The phases in their order: any of them begun, changed, moved, added or taken out, also while one runs. */
export function PhasesDialog({ connection, facts, zones, onClose }: Props) {
  const { phases } = facts;
  const stage = useSignal(connection.stage);
  const { command, problem } = useCommand(connection);
  const [edited, setEdited] = useState<PlanPhase | null>(null);
  const write = (next: readonly PlanPhase[]) => writePhases(connection.plan.doc, next);
  const save = (phase: PlanPhase) => {
    const isNew = phases.every(({ id }) => id !== phase.id);
    write(isNew ? [...phases, phase] : phases.map((each) => (each.id === phase.id ? phase : each)));
    setEdited(null);
    if (phase.id === stage.phase) afterSaved(connection, () => command({ type: 'phase.renew' }));
  };
  const move = (at: number, by: 1 | -1) => {
    const order = [...phases];
    order.splice(at + by, 0, ...order.splice(at, 1));
    write(order);
  };
  if (edited !== null)
    return (
      <Modal title={m.phases_title()} onClose={onClose} className="phases">
        <PhaseFields phase={edited} zones={zones} lang={facts.locale} onSave={save} onCancel={() => setEdited(null)} />
      </Modal>
    );
  return (
    <Modal title={m.phases_title()} onClose={onClose} className="phases">
      <p className="ds-paragraph">{phases.length === 0 ? m.phases_none() : m.phases_intro()}</p>
      <ol className="phases-list">
        {phases.map((phase, at) => (
          <li key={phase.id} aria-current={phase.id === stage.phase ? 'step' : undefined}>
            <div className="phases-words">
              <strong lang={facts.locale}>{phase.name}</strong>
              <span>
                {[
                  phase.minutes === null ? '' : duration(phase.minutes),
                  zones
                    .filter(({ id }) => phase.zones.includes(id))
                    .map(({ title }) => title)
                    .join(', '),
                  phase.id === stage.phase ? m.phases_running() : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </div>
            <div className="phases-actions">
              {phase.id !== stage.phase && (
                <button
                  type="button"
                  className="ds-button"
                  data-variant="secondary"
                  aria-label={m.phases_go_to({ name: phase.name })}
                  onClick={() => command({ type: 'phase.start', phase: phase.id })}
                >
                  {m.phases_go()}
                </button>
              )}
              <Action
                label={m.phases_up({ name: phase.name })}
                icon={<ChevronUpIcon aria-hidden />}
                isOff={at === 0}
                onPress={() => move(at, -1)}
              />
              <Action
                label={m.phases_down({ name: phase.name })}
                icon={<ChevronDownIcon aria-hidden />}
                isOff={at === phases.length - 1}
                onPress={() => move(at, 1)}
              />
              <Action
                label={m.phases_edit({ name: phase.name })}
                icon={<PencilIcon aria-hidden />}
                onPress={() => setEdited(phase)}
              />
              <Action
                label={m.phases_delete({ name: phase.name })}
                icon={<TrashIcon aria-hidden />}
                onPress={() => write(phases.filter((each) => each !== phase))}
              />
            </div>
          </li>
        ))}
      </ol>
      {problem !== null && (
        <p className="phase-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="actions">
        <button type="button" className="ds-button" data-variant="secondary" onClick={() => setEdited(newPhase())}>
          <PlusIcon aria-hidden />
          {m.phases_add()}
        </button>
        {stage.phase !== null && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            onClick={() => command({ type: 'phase.end' })}
          >
            {m.phase_end()}
          </button>
        )}
      </div>
    </Modal>
  );
}

/** The server reads the plan as it has it: what was just written must have come there. */
function afterSaved({ unsaved }: Connection, then: () => void): void {
  if (!unsaved.get()) return then();
  const stop = unsaved.subscribe(() => {
    if (unsaved.get()) return;
    stop();
    then();
  });
}

type ActionProps = { label: string; icon: ReactNode; isOff?: boolean; onPress: () => void };

const Action = ({ label, icon, isOff = false, onPress }: ActionProps) => (
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
  </button>
);
