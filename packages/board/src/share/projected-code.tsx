import type { JoinResponse } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import type { Answer } from '../session/ask.ts';
import { Modal } from '../ui/modal.tsx';
import { QrCode } from './qr-code.tsx';

type Props = { link: string; joined: JoinResponse; title: string; onClose: () => void };

/** The way in for participants as large as the screen: for the projector, to be read from the back row. */
export function ProjectedCode({ link, joined, title, onClose }: Props) {
  return (
    <Modal title={title} onClose={onClose} className="projected">
      <p className="projected-how">{m.share_project_how()}</p>
      <QrCode text={link} label={m.share_qr_participant()} />
      <ShortCode joined={joined} address={new URL(link).host} />
    </Modal>
  );
}

/** For whoever cannot scan: a new code each time it is shown. */
export function ShortCode({ joined: { board, token }, address }: { joined: JoinResponse; address: string }) {
  const [answer, setAnswer] = useState<Answer<{ code: string }> | null>(null);
  useEffect(() => void api.newCode(board.id, token).then(setAnswer), [board.id, token]);
  if (answer === null) return null;
  if (!answer.ok) return <p className="projected-how">{refusalSentence(answer.reason)}</p>;
  const { code } = answer.value;
  return (
    <p className="projected-how">
      {m.share_code_how({ address })}{' '}
      <strong className="projected-digits">{`${code.slice(0, 4)} ${code.slice(4)}`}</strong>
    </p>
  );
}
