import { PadlockLockedIcon, PadlockUnlockedIcon } from '@navikt/aksel-icons';
import { useId, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { lockableIn, lockRecords, unlockRecords } from '../outline/locking.ts';
import { handOf } from '../outline/view/hand-of.ts';
import type { Connection } from '../session/connection.ts';
import type { Plan } from './use-plan.ts';

type Props = { connection: Connection; plan: Plan };

/** Locks, or unlocks, all that stands in a zone or on the whole board, in one step to undo. */
export function LockZone({ connection, plan: { zones, facts } }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const [said, say] = useState('');
  const zone = zones.find((each) => each.id === chosen)?.id ?? null;
  const lock = () => {
    lockRecords(handOf(connection), lockableIn(connection.canvas.doc, zone));
    say(m.lock_done());
  };
  const unlock = () => {
    unlockRecords(handOf(connection), lockableIn(connection.plan.doc, zone));
    say(m.lock_undone());
  };
  return (
    <>
      <label className="ds-label" data-weight="regular" htmlFor={id}>
        {m.lead_lock_zone()}
      </label>
      <select id={id} className="ds-input" value={chosen} onChange={({ target }) => setChosen(target.value)}>
        <option value="">{m.lead_lock_all()}</option>
        {zones.map((each) => (
          <option key={each.id} value={each.id} lang={facts.locale}>
            {each.title}
          </option>
        ))}
      </select>
      <div className="actions">
        <button type="button" className="ds-button" data-variant="secondary" onClick={lock}>
          <PadlockLockedIcon aria-hidden />
          {m.lock()}
        </button>
        <button type="button" className="ds-button" data-variant="secondary" onClick={unlock}>
          <PadlockUnlockedIcon aria-hidden />
          {m.unlock()}
        </button>
      </div>
      <output>{said}</output>
    </>
  );
}
