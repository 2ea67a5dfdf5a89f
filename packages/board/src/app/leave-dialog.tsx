import { useLocation } from 'wouter';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { leaveBoard } from '../session/leave-board.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { useSignal } from '../session/use-signal.ts';
import { Modal } from '../ui/modal.tsx';

type Props = { connection: Connection; session: StoredSession; onStay: () => void };

/** «Forlat tavla» takes away what lets this device in: it is asked first, with what one needs to come back. */
export function LeaveDialog({ connection, session, onStay }: Props) {
  const [, navigate] = useLocation();
  const unsaved = useSignal(connection.unsaved);
  const { role, board } = session.joined;
  const leave = () => {
    // Home first: the page that is left would otherwise remember the board once more.
    navigate('/');
    leaveBoard(board.id);
  };
  return (
    <Modal title={m.leave_title()} onClose={onStay}>
      <p className="ds-paragraph">{m.leave_text()}</p>
      {role === 'facilitator' && <p className="ds-paragraph">{m.leave_facilitator()}</p>}
      {unsaved && (
        <p className="ds-alert" data-color="warning" data-size="sm">
          {m.leave_unsaved()}
        </p>
      )}
      <div className="actions">
        <button type="button" className="ds-button" data-color="danger" onClick={leave}>
          {m.leave()}
        </button>
        <button type="button" className="ds-button" data-variant="secondary" onClick={onStay}>
          {m.leave_stay()}
        </button>
      </div>
    </Modal>
  );
}
