import { useId, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import { leaveBoard } from '../session/leave-board.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { Modal } from '../ui/modal.tsx';

type Props = { session: StoredSession; title: string; onStay: () => void };

/** «Slett tavla»: what can be regretted takes one answer, what cannot takes the board's title too. */
export function DeleteDialog({ session, title, onStay }: Props) {
  const id = useId();
  const [, navigate] = useLocation();
  const [isForGood, setIsForGood] = useState(false);
  const [typed, setTyped] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { board, token } = session.joined;

  const remove = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (isForGood && typed.trim() !== title.trim()) return setProblem(m.delete_type_wrong());
    setIsBusy(true);
    const answer = await (isForGood ? api.deleteForGood(board.id, token) : api.deleteBoard(board.id, token));
    setIsBusy(false);
    if (!answer.ok) return setProblem(refusalSentence(answer.reason));
    // The board's socket tells the page that it is deleted, as it does everybody's.
    if (!isForGood) return onStay();
    navigate('/');
    leaveBoard(board.id);
  };

  return (
    <Modal title={m.delete_title()} onClose={onStay}>
      <form className="delete-board" onSubmit={(event) => void remove(event)}>
        <p className="ds-paragraph">{m.delete_text()}</p>
        <div className="ds-field">
          <input
            id={`${id}-for-good`}
            type="checkbox"
            className="ds-input"
            checked={isForGood}
            onChange={({ target }) => setIsForGood(target.checked)}
          />
          <label className="ds-label" data-weight="regular" htmlFor={`${id}-for-good`}>
            {m.delete_forever()}
          </label>
        </div>
        {isForGood && (
          <div className="ds-field">
            <label className="ds-label" htmlFor={`${id}-title`}>
              {m.delete_type({ title })}
            </label>
            <input
              id={`${id}-title`}
              className="ds-input"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
        )}
        {problem !== null && (
          <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
            {problem}
          </p>
        )}
        <div className="actions">
          <button type="submit" className="ds-button" data-color="danger" aria-disabled={isBusy}>
            {m.delete_yes()}
          </button>
          <button type="button" className="ds-button" data-variant="secondary" onClick={onStay}>
            {m.share_cancel()}
          </button>
        </div>
      </form>
    </Modal>
  );
}
