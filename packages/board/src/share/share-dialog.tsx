import './share.css';
import type { JoinResponse } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import type { Answer } from '../session/ask.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { CopyField } from '../ui/copy-field.tsx';
import { Modal } from '../ui/modal.tsx';
import { facilitatorLink } from './facilitator-link.ts';
import { ProjectedCode } from './projected-code.tsx';
import { QrCode } from './qr-code.tsx';

type Links = { readonly participant: string; readonly viewer: string };
type Props = { session: StoredSession; title: string; onClose: () => void };

/** «Del»: the board's links, with what each of them opens. */
export function ShareDialog({ session, title, onClose }: Props) {
  const { answer, ask } = useLinks(session.joined);
  const [projected, setProjected] = useState<string | null>(null);
  if (projected !== null) return <ProjectedCode link={projected} title={title} onClose={() => setProjected(null)} />;
  return (
    <Modal title={m.share_title()} onClose={onClose} className="share">
      {answer === null && <p className="ds-paragraph">{m.share_fetching()}</p>}
      {answer?.ok === false && (
        <div className="ds-alert" data-color="danger" data-size="sm" role="alert">
          <p className="ds-paragraph">{refusalSentence(answer.reason)}</p>
          <button type="button" className="ds-button" data-variant="secondary" onClick={ask}>
            {m.try_again()}
          </button>
        </div>
      )}
      {answer?.ok === true && (
        <>
          <ParticipantLink link={answer.value.participant} onProject={() => setProjected(answer.value.participant)} />
          <ViewerLink link={answer.value.viewer} />
          <FacilitatorLink session={session} links={answer.value} />
        </>
      )}
    </Modal>
  );
}

function ParticipantLink({ link, onProject }: { link: string; onProject: () => void }) {
  return (
    <section className="share-participant">
      <QrCode text={link} label={m.share_qr_participant()} />
      <div className="share-participant-words">
        <h3 className="ds-heading" data-size="2xs">
          {m.share_participant()}
        </h3>
        <p className="ds-paragraph">{m.share_participant_about()}</p>
        <CopyField label={m.share_participant_link()} value={link} primary />
        <button type="button" className="ds-button" data-variant="secondary" onClick={onProject}>
          {m.share_project()}
        </button>
      </div>
    </section>
  );
}

function ViewerLink({ link }: { link: string }) {
  return (
    <section className="share-viewer">
      <h3 className="ds-heading" data-size="2xs">
        {m.share_viewer()}
      </h3>
      <p className="ds-paragraph">{m.share_viewer_about()}</p>
      <CopyField label={m.share_viewer_link()} value={link} />
    </section>
  );
}

/** The server holds no more than this link's hash: it can be shown only where it was kept. */
function FacilitatorLink({ session, links }: { session: StoredSession; links: Links }) {
  const link = facilitatorLink(session, links.participant);
  return (
    <details className="ds-details share-facilitator">
      <summary>{m.share_facilitator()}</summary>
      <div>
        <p className="ds-paragraph">{m.share_facilitator_about()}</p>
        <CopyField label={m.keep_link()} value={link} />
      </div>
    </details>
  );
}

function useLinks({ board, token }: JoinResponse): { answer: Answer<Links> | null; ask: () => void } {
  const [answer, setAnswer] = useState<Answer<Links> | null>(null);
  useEffect(() => void api.links(board.id, token).then(setAnswer), [board.id, token]);
  const ask = () => {
    setAnswer(null);
    void api.links(board.id, token).then(setAnswer);
  };
  return { answer, ask };
}
