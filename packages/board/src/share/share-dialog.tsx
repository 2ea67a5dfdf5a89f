import './share.css';
import type { Millis } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { CopyField } from '../ui/copy-field.tsx';
import { Modal } from '../ui/modal.tsx';
import { LinkEnd } from './link-end.tsx';
import { ClosedLink, LinkActions } from './link-actions.tsx';
import { ProjectedCode } from './projected-code.tsx';
import { QrCode } from './qr-code.tsx';
import { useLinks, type LinkChanges } from './use-links.ts';

type Props = { session: StoredSession; title: string; onClose: () => void };

const NOTHING = { links: null, ends: { participant: null, viewer: null } };

/** «Del»: the board's links, with what each of them opens, to be shown, replaced and closed. */
export function ShareDialog({ session, title, onClose }: Props) {
  const { answer, refused, ask, ...changes } = useLinks(session);
  const [isProjected, setIsProjected] = useState(false);
  const { links, ends } = answer?.ok === true ? answer.value : NOTHING;
  if (isProjected && links !== null && links.participant !== null)
    return (
      <ProjectedCode
        link={links.participant}
        joined={session.joined}
        title={title}
        onClose={() => setIsProjected(false)}
      />
    );
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
      {refused !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {refusalSentence(refused)}
        </p>
      )}
      {links !== null && (
        <>
          <ParticipantLink
            link={links.participant}
            endsAt={ends.participant}
            changes={changes}
            onProject={() => setIsProjected(true)}
          />
          <ViewerLink link={links.viewer} endsAt={ends.viewer} changes={changes} />
          <FacilitatorLink link={links.facilitator} changes={changes} />
        </>
      )}
    </Modal>
  );
}

type LinkProps = { link: string | null; changes: LinkChanges };
type EndingProps = LinkProps & { endsAt: Millis | null };

function ParticipantLink({ link, endsAt, changes, onProject }: EndingProps & { onProject: () => void }) {
  return (
    <section className="share-participant" aria-label={m.share_participant()}>
      {link !== null && <QrCode text={link} label={m.share_qr_participant()} />}
      <div className="share-participant-words">
        <h3 className="ds-heading" data-size="2xs">
          {m.share_participant()}
        </h3>
        {link === null ? (
          <ClosedLink of="participant" changes={changes} />
        ) : (
          <>
            <p className="ds-paragraph">{m.share_participant_about()}</p>
            <CopyField key={link} label={m.share_participant_link()} value={link} primary />
            <button type="button" className="ds-button" data-variant="secondary" onClick={onProject}>
              {m.share_project()}
            </button>
            <LinkEnd endsAt={endsAt} />
            <LinkActions of="participant" endsAt={endsAt} changes={changes} />
          </>
        )}
      </div>
    </section>
  );
}

function ViewerLink({ link, endsAt, changes }: EndingProps) {
  return (
    <section className="share-viewer" aria-label={m.share_viewer()}>
      <h3 className="ds-heading" data-size="2xs">
        {m.share_viewer()}
      </h3>
      {link === null ? (
        <ClosedLink of="viewer" changes={changes} />
      ) : (
        <>
          <p className="ds-paragraph">{m.share_viewer_about()}</p>
          <CopyField key={link} label={m.share_viewer_link()} value={link} />
          <LinkEnd endsAt={endsAt} />
          <LinkActions of="viewer" endsAt={endsAt} changes={changes} />
        </>
      )}
    </section>
  );
}

/** The server holds no more than this link's hash: it can be shown only where it was kept. */
function FacilitatorLink({ link, changes }: LinkProps) {
  return (
    <details className="ds-details share-facilitator">
      <summary>{m.share_facilitator()}</summary>
      <div>
        <p className="ds-paragraph">{link === null ? m.share_facilitator_replaced() : m.share_facilitator_about()}</p>
        {link !== null && <CopyField key={link} label={m.keep_link()} value={link} />}
        <LinkActions of="facilitator" endsAt={null} changes={changes} />
      </div>
    </details>
  );
}
