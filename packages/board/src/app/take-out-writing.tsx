import type { ParticipantId } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { Modal } from '../ui/modal.tsx';

type Props = {
  session: StoredSession;
  person: { readonly id: ParticipantId; readonly name: string };
  onClose: () => void;
};

type Counts = { readonly notes: number; readonly things: number; readonly texts: number };
type State = { readonly is: 'counting' | 'asked' | 'busy' | 'done'; readonly counts: Counts | null };

/** «Ta bort det Kari har skrevet»: how much it is, what it does not bring back, and only then. */
export function TakeOutWriting({ session, person, onClose }: Props) {
  const { board, token } = session.joined;
  const { id, name } = person;
  const [{ is, counts }, setState] = useState<State>({ is: 'counting', counts: null });
  const [refused, setRefused] = useState<NoReason | null>(null);
  useEffect(() => {
    const count = async () => {
      const answer = await api.writing(board.id, id, token);
      if (answer.ok) setState({ is: 'asked', counts: answer.value });
      else setRefused(answer.reason);
    };
    void count();
  }, [board.id, id, token]);
  const takeOut = async () => {
    if (is === 'busy') return;
    setState({ is: 'busy', counts });
    const answer = await api.takeOutWriting(board.id, id, token);
    setRefused(answer.ok ? null : answer.reason);
    setState(answer.ok ? { is: 'done', counts: answer.value } : { is: 'asked', counts });
  };
  const isNothing = counts !== null && counts.notes + counts.things + counts.texts === 0;
  return (
    <Modal title={m.take_out_person({ name })} onClose={onClose}>
      {refused !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {refusalSentence(refused)}
        </p>
      )}
      {is === 'counting' && refused === null && <p className="ds-paragraph">{m.take_out_counting()}</p>}
      {is !== 'done' && isNothing && <p className="ds-paragraph">{m.take_out_nothing({ name })}</p>}
      {counts !== null && !isNothing && (
        <>
          <output className="ds-paragraph">{is === 'done' ? m.take_out_done() : m.take_out_about({ name })}</output>
          <ul>
            <li>{m.take_out_notes({ count: counts.notes })}</li>
            <li>{m.take_out_things({ count: counts.things })}</li>
            <li>{m.take_out_texts({ count: counts.texts })}</li>
          </ul>
          {is !== 'done' && <p className="ds-paragraph">{m.take_out_stays({ name })}</p>}
        </>
      )}
      <div className="actions">
        {(is === 'asked' || is === 'busy') && !isNothing && (
          <button
            type="button"
            className="ds-button"
            data-color="danger"
            aria-disabled={is === 'busy'}
            onClick={() => void takeOut()}
          >
            {m.take_out_confirm()}
          </button>
        )}
        <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
          {is === 'asked' || is === 'busy' ? m.share_cancel() : m.close()}
        </button>
      </div>
    </Modal>
  );
}
