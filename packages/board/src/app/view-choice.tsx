import { BulletListIcon, LayersIcon, ClipboardCheckmarkIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { BoardView } from '../session/last-view.ts';

/** The same board, to be seen or to be read, and what it has come to. */
export function ViewChoice({ view, onView }: { view: BoardView; onView: (view: BoardView) => void }) {
  const button = (to: BoardView, name: string, icon: ReactNode) => (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      aria-pressed={view === to}
      aria-label={name}
      title={name}
      onClick={() => onView(to)}
    >
      {icon}
      <span className="view-name">{name}</span>
    </button>
  );
  return (
    <fieldset className="view-choice" aria-label={m.view_label()}>
      {button('canvas', m.view_canvas(), <LayersIcon aria-hidden />)}
      {button('outline', m.view_outline(), <BulletListIcon aria-hidden />)}
      {button('measures', m.view_measures(), <ClipboardCheckmarkIcon aria-hidden />)}
    </fieldset>
  );
}
