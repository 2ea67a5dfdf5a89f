import { SidebarRightIcon } from '@navikt/aksel-icons';
import type { PlanFacts, PlanZone } from '@samtavla/protocol';
import { useEffect, useRef } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { PhaseControls } from './phase-controls.tsx';

type Props = {
  connection: Connection;
  facts: PlanFacts;
  zones: readonly PlanZone[];
  /** Whether the panel that holds all of it is open: then it is there alone. */
  isInPanel: boolean;
  onPanel: () => void;
};

/** What leads the workshop, in the bar: its controls, and the way to the panel with the rest. */
export function Leading({ connection, facts, zones, isInPanel, onPanel }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const wasInPanel = useRef(isInPanel);
  useEffect(() => {
    // Who closes the panel goes on where they opened it.
    if (wasInPanel.current && !isInPanel) button.current?.focus();
    wasInPanel.current = isInPanel;
  }, [isInPanel]);
  return (
    <div className="leading-bar">
      {!isInPanel && <PhaseControls connection={connection} facts={facts} zones={zones} />}
      <button
        ref={button}
        type="button"
        className="ds-button"
        data-variant="secondary"
        aria-expanded={isInPanel}
        onClick={onPanel}
      >
        <SidebarRightIcon aria-hidden />
        {m.lead()}
      </button>
    </div>
  );
}
