import './leading-panel.css';
import { DoorOpenIcon, MonitorIcon, PadlockLockedIcon, PersonPlusIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { useSignal } from '../session/use-signal.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import { PhaseControls } from '../workshop/phase-controls.tsx';
import { useCommand } from '../workshop/use-command.ts';
import { LockZone } from './lock-zone.tsx';
import type { Asked } from './people-dialog.tsx';
import { PeoplePanel } from './people-panel.tsx';
import { usePeopleHere } from './use-people-here.ts';
import type { Plan } from './use-plan.ts';

const ShareDialog = lazyView(() => import('../share/share-dialog.tsx').then((module) => module.ShareDialog));
const PeopleDialog = lazyView(() => import('./people-dialog.tsx').then((module) => module.PeopleDialog));

type Props = {
  connection: Connection;
  session: StoredSession;
  plan: Plan;
  title: string;
  onProject: () => void;
  onClose: () => void;
};

/** All that leads a workshop in one place, beside the board; on a phone under it, within reach of a thumb. */
export function LeadingPanel({ connection, session, plan, title, onProject, onClose }: Props) {
  const heading = useId();
  const top = useRef<HTMLHeadingElement>(null);
  const [isSharing, setIsSharing] = useState(false);
  useEffect(() => top.current?.focus(), []);
  const keyed = (event: KeyboardEvent) => {
    // A dialog that was opened from here is closed first.
    if (event.key !== 'Escape' || (event.target as Element).closest('dialog') !== null) return;
    event.stopPropagation();
    onClose();
  };
  const share = () => setIsSharing(true);
  return (
    /* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, wherever in it the focus is */
    <aside className="leading" aria-labelledby={heading} data-size="sm" onKeyDown={keyed}>
      <div className="leading-head">
        <h2 id={heading} ref={top} tabIndex={-1} className="ds-heading" data-size="xs">
          {m.lead_title()}
        </h2>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-icon="true"
          aria-label={m.close()}
          onClick={onClose}
        >
          <XMarkIcon aria-hidden />
        </button>
      </div>
      <Part title={m.lead_phase()}>
        <PhaseControls connection={connection} facts={plan.facts} zones={plan.zones} />
      </Part>
      <Part title={m.lead_people()}>
        <People connection={connection} session={session} plan={plan} onShare={share} />
      </Part>
      <Part title={m.lead_way_in()}>
        <Door connection={connection} />
        <div className="actions">
          <button type="button" className="ds-button" data-variant="secondary" onClick={share}>
            <PersonPlusIcon aria-hidden />
            {m.share()}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onProject}>
            <MonitorIcon aria-hidden />
            {m.projector_show()}
          </button>
        </div>
      </Part>
      <Part title={m.lead_lock()}>
        <LockZone connection={connection} plan={plan} />
      </Part>
      {plan.facts.guide !== '' && (
        <Part title={m.guide()}>
          <p className="leading-guide" lang={plan.facts.locale}>
            {plan.facts.guide}
          </p>
        </Part>
      )}
      {isSharing && <ShareDialog session={session} title={title} onClose={() => setIsSharing(false)} />}
    </aside>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="leading-part">
    <h3>{title}</h3>
    {children}
  </section>
);

type PeopleProps = Pick<Props, 'connection' | 'session' | 'plan'> & { onShare: () => void };

function People({ connection, session, plan, onShare }: PeopleProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const people = usePeopleHere(connection);
  const { anonymous } = connection.joined.board;
  return (
    <>
      <PeoplePanel
        people={people}
        facts={plan.facts}
        presence={connection.presence}
        onAsk={anonymous ? null : setAsked}
      />
      {asked !== null && (
        <PeopleDialog session={session} here={people} asked={asked} onShare={onShare} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

function Door({ connection }: { connection: Connection }) {
  const { door } = useSignal(connection.stage);
  const { command, problem } = useCommand(connection);
  const isOpen = door === 'open';
  return (
    <>
      <output>{isOpen ? m.door_is_open() : m.door_is_closed()}</output>
      <button
        type="button"
        className="ds-button"
        data-variant={isOpen ? 'secondary' : 'primary'}
        onClick={() => command({ type: isOpen ? 'door.close' : 'door.open' })}
      >
        {isOpen ? <PadlockLockedIcon aria-hidden /> : <DoorOpenIcon aria-hidden />}
        {isOpen ? m.door_close() : m.door_open()}
      </button>
      {problem !== null && (
        <p className="phase-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
