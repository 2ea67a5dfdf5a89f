import {
  ClockDashedIcon,
  LeaveIcon,
  MenuHamburgerIcon,
  PencilBoardIcon,
  PencilIcon,
  PersonPlusIcon,
  TrashIcon,
} from '@navikt/aksel-icons';
import { useState, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import { roleName } from '../i18n/role-name.ts';
import type { Connection } from '../session/connection.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import { PanelButton } from '../ui/panel-button.tsx';
import { LeaveDialog } from './leave-dialog.tsx';

type Props = {
  connection: Connection;
  session: StoredSession;
  arrangingZones: boolean;
  onArrangeZones: () => void;
  onShare: () => void;
  onRename: () => void;
  onVersions: () => void;
  onDelete: () => void;
};

/** The rest; on a phone also what a wide bar shows in itself. */
export function BoardMenu({
  connection,
  session,
  arrangingZones,
  onArrangeZones,
  onShare,
  onRename,
  onVersions,
  onDelete,
}: Props) {
  const [leaving, setLeaving] = useState(false);
  const { role, participant } = session.joined;
  return (
    <>
      <PanelButton className="board-menu" label={m.menu()} face={<MenuHamburgerIcon aria-hidden />}>
        <div className="menu">
          <p className="menu-me">
            {participant.name !== null && <strong>{participant.name}</strong>}
            <span>{roleName(role)}</span>
          </p>
          {role === 'facilitator' && (
            <div className="board-bar-narrow">
              <MenuButton icon={<PersonPlusIcon aria-hidden />} text={m.share()} onChoose={onShare} />
              <MenuButton
                icon={<PencilBoardIcon aria-hidden />}
                text={m.arrange_zones()}
                pressed={arrangingZones}
                onChoose={onArrangeZones}
              />
              <MenuButton icon={<PencilIcon aria-hidden />} text={m.rename()} onChoose={onRename} />
            </div>
          )}
          {role === 'facilitator' && (
            <MenuButton icon={<ClockDashedIcon aria-hidden />} text={m.versions()} onChoose={onVersions} />
          )}
          <LanguageChoice />
          {role === 'facilitator' && (
            <MenuButton icon={<TrashIcon aria-hidden />} text={m.delete_board()} onChoose={onDelete} />
          )}
          <MenuButton icon={<LeaveIcon aria-hidden />} text={m.leave()} onChoose={() => setLeaving(true)} />
        </div>
      </PanelButton>
      {leaving && <LeaveDialog connection={connection} session={session} onStay={() => setLeaving(false)} />}
    </>
  );
}

type ButtonProps = { icon: ReactNode; text: string; pressed?: boolean | undefined; onChoose: () => void };

function MenuButton({ icon, text, pressed, onChoose }: ButtonProps) {
  return (
    <button
      type="button"
      className="ds-button menu-button"
      data-variant="tertiary"
      aria-pressed={pressed}
      onClick={onChoose}
    >
      {icon}
      {text}
    </button>
  );
}
