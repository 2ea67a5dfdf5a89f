import type { ParticipantId } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { Modal } from '../ui/modal.tsx';

type Props = {
  session: StoredSession;
  person: { readonly id: ParticipantId; readonly name: string };
  onShare: () => void;
  onTakeOut: () => void;
  onClose: () => void;
};

/** «Fjern fra tavla»: asked first, with what it does and does not; then the next step, for who must not come again. */
export function RemovePerson({ session, person, onShare, onTakeOut, onClose }: Props) {
  const { board, token } = session.joined;
  const { id, name } = person;
  const [state, setState] = useState<'asked' | 'busy' | 'done'>('asked');
  const [refused, setRefused] = useState<NoReason | null>(null);
  const remove = async () => {
    if (state === 'busy') return;
    setState('busy');
    const answer = await api.removePerson(board.id, id, token);
    setRefused(answer.ok ? null : answer.reason);
    setState(answer.ok ? 'done' : 'asked');
  };
  const share = () => {
    onClose();
    onShare();
  };
  return (
    <Modal title={m.remove_person({ name })} onClose={onClose}>
      {refused !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {refusalSentence(refused)}
        </p>
      )}
      {state === 'done' ? (
        <>
          <output className="ds-paragraph">{m.remove_done({ name })}</output>
          <div className="actions">
            <button type="button" className="ds-button" data-variant="secondary" onClick={share}>
              {m.remove_new_link()}
            </button>
            <button type="button" className="ds-button" data-variant="secondary" onClick={onTakeOut}>
              {m.take_out_person({ name })}
            </button>
            <button type="button" className="ds-button" onClick={onClose}>
              {m.close()}
            </button>
          </div>
        </>
      ) : (
        <>
          <p className="ds-paragraph">{m.remove_about({ name })}</p>
          <p className="ds-paragraph">{m.remove_about_link()}</p>
          <div className="actions">
            <button
              type="button"
              className="ds-button"
              data-color="danger"
              aria-disabled={state === 'busy'}
              onClick={() => void remove()}
            >
              {m.remove_confirm()}
            </button>
            <button type="button" className="ds-button" data-variant="secondary" onClick={onClose}>
              {m.share_cancel()}
            </button>
          </div>
        </>
      )}
    </Modal>
  );
}
