import * as m from '../i18n/generated/messages.js';
import { Modal } from '../ui/modal.tsx';
import { QrCode } from './qr-code.tsx';

/** The participants' code as large as the screen: for the projector, to be read from the back row. */
export function ProjectedCode({ link, title, onClose }: { link: string; title: string; onClose: () => void }) {
  return (
    <Modal title={title} onClose={onClose} className="projected">
      <p className="projected-how">{m.share_project_how()}</p>
      <QrCode text={link} label={m.share_qr_participant()} />
    </Modal>
  );
}
