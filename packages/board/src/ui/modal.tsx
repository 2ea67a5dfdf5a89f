import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';

type Props = { title: string; onClose: () => void; children: ReactNode; className?: string };

/** A native modal dialog: open as long as it is rendered. Escape, the cross and a press beside it close it. */
export function Modal({ title, onClose, children, className = '' }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => (dialog.current === null ? undefined : openUntilLeft(dialog.current)), []);
  return (
    <dialog ref={dialog} className={`ds-dialog modal ${className}`} aria-labelledby={heading} onClose={onClose}>
      <div className="modal-head">
        <h2 id={heading} className="ds-heading" data-size="xs">
          {title}
        </h2>
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-icon="true"
          data-size="sm"
          aria-label={m.close()}
          onClick={() => dialog.current?.close()}
        >
          <XMarkIcon aria-hidden />
        </button>
      </div>
      <div className="modal-body">{children}</div>
    </dialog>
  );
}

function openUntilLeft(dialog: HTMLDialogElement): () => void {
  // React runs effects twice in development.
  if (!dialog.open) dialog.showModal();
  const pressed = ({ clientX, clientY }: PointerEvent) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) dialog.close();
  };
  dialog.addEventListener('pointerdown', pressed);
  return () => dialog.removeEventListener('pointerdown', pressed);
}
