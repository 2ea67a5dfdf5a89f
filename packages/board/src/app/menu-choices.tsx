import {
  ClockDashedIcon,
  FloppydiskIcon,
  LayersPlusIcon,
  LeaveIcon,
  MonitorIcon,
  PencilBoardIcon,
  PencilIcon,
  PersonPlusIcon,
  PrinterSmallIcon,
  TrashIcon,
} from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import { roleName } from '../i18n/role-name.ts';
import type { Preferences } from '../session/preferences.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { LanguageChoice } from '../ui/language-choice.tsx';
import type { BoardDialog } from './board-dialogs.tsx';
import { PreferenceChoices } from './preference-choices.tsx';

export type MenuChoicesProps = {
  title: string;
  /** The title's. */
  locale: string;
  session: StoredSession;
  arrangingZones: boolean;
  onArrangeZones: () => void;
  preferences: Preferences;
  onPrint: () => void;
  onProject: () => void;
  onDialog: (dialog: BoardDialog) => void;
  onRename: () => void;
  onLeave: () => void;
};

/** Fetched when the menu is opened: a phone that comes to write a note does without. */
export function MenuChoices({
  title,
  locale,
  session,
  arrangingZones,
  onArrangeZones,
  preferences,
  onPrint,
  onProject,
  onDialog,
  onRename,
  onLeave,
}: MenuChoicesProps) {
  const { role, participant } = session.joined;
  return (
    <div className="menu">
      <p className="menu-title board-bar-narrow" lang={locale}>
        {title}
      </p>
      <p className="menu-me">
        {participant.name !== null && <strong>{participant.name}</strong>}
        <span>{roleName(role)}</span>
      </p>
      {role === 'facilitator' && (
        <div className="board-bar-narrow">
          <MenuButton icon={<PersonPlusIcon aria-hidden />} text={m.share()} onChoose={() => onDialog('share')} />
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
        <>
          <MenuButton
            icon={<LayersPlusIcon aria-hidden />}
            text={m.add_zones()}
            onChoose={() => onDialog('add-zones')}
          />
          <MenuButton
            icon={<FloppydiskIcon aria-hidden />}
            text={m.template_save()}
            onChoose={() => onDialog('save-template')}
          />
          <MenuButton
            icon={<ClockDashedIcon aria-hidden />}
            text={m.versions()}
            onChoose={() => onDialog('versions')}
          />
        </>
      )}
      <MenuButton icon={<MonitorIcon aria-hidden />} text={m.projector_show()} onChoose={onProject} />
      <MenuButton icon={<PrinterSmallIcon aria-hidden />} text={m.print()} onChoose={onPrint} />
      <PreferenceChoices preferences={preferences} />
      <LanguageChoice />
      {role === 'facilitator' && (
        <MenuButton icon={<TrashIcon aria-hidden />} text={m.delete_board()} onChoose={() => onDialog('delete')} />
      )}
      <MenuButton icon={<LeaveIcon aria-hidden />} text={m.leave()} onChoose={onLeave} />
    </div>
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
