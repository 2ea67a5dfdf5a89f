import { MenuHamburgerIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { lazyView } from '../ui/lazy-view.tsx';
import { PanelButton } from '../ui/panel-button.tsx';
import type { MenuChoicesProps } from './menu-choices.tsx';

const MenuChoices = lazyView(() => import('./menu-choices.tsx').then((module) => module.MenuChoices));
const LeaveDialog = lazyView(() => import('./leave-dialog.tsx').then((module) => module.LeaveDialog));

type Props = Omit<MenuChoicesProps, 'onLeave'> & { connection: Connection };

/** The rest; on a phone also what a wide bar shows in itself. */
export function BoardMenu({ connection, ...choices }: Props) {
  const [leaving, setLeaving] = useState(false);
  const { session } = choices;
  return (
    <>
      <PanelButton className="board-menu" label={m.menu()} face={<MenuHamburgerIcon aria-hidden />}>
        <MenuChoices {...choices} onLeave={() => setLeaving(true)} />
      </PanelButton>
      {leaving && <LeaveDialog connection={connection} session={session} onStay={() => setLeaving(false)} />}
    </>
  );
}
