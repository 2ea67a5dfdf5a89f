import type { Role } from '@samtavla/protocol';
import { useState, type ReactNode } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { LinkChanges } from './use-links.ts';

type Props = { of: Role; changes: LinkChanges };

/** «Ny lenke» and «Steng lenken», each asked about first: both change things for those who are on the board. */
export function LinkActions({ of: role, changes }: Props) {
  const [asked, setAsked] = useState<'rotate' | 'close' | null>(null);
  const done = () => setAsked(null);
  if (asked === 'rotate') return <RotateQuestion of={role} changes={changes} onDone={done} />;
  if (asked === 'close') return <CloseQuestion of={role} changes={changes} onDone={done} />;
  return (
    <div className="actions">
      <LinkButton onPress={() => setAsked('rotate')}>{m.share_new_link()}</LinkButton>
      {role !== 'facilitator' && <LinkButton onPress={() => setAsked('close')}>{m.share_close_link()}</LinkButton>}
    </div>
  );
}

/** Of a closed link, by which nobody is inside. */
export function ClosedLink({ of: role, changes }: Props) {
  return (
    <>
      <p className="ds-paragraph">{m.share_closed()}</p>
      <div className="actions">
        <LinkButton onPress={() => changes.rotate(role, 'stay')}>{m.share_reopen()}</LinkButton>
      </div>
    </>
  );
}

function RotateQuestion({ of: role, changes, onDone }: Props & { onDone: () => void }) {
  const rotate = async (inside: 'stay' | 'leave') => {
    await changes.rotate(role, inside);
    onDone();
  };
  return (
    <Question text={role === 'facilitator' ? m.share_new_facilitator_confirm() : m.share_new_link_confirm()}>
      <LinkButton onPress={() => rotate('stay')}>{m.share_new_link_stay()}</LinkButton>
      <LinkButton onPress={() => rotate('leave')} danger>
        {m.share_new_link_leave()}
      </LinkButton>
      <LinkButton onPress={onDone}>{m.share_cancel()}</LinkButton>
    </Question>
  );
}

function CloseQuestion({ of: role, changes, onDone }: Props & { onDone: () => void }) {
  const close = async () => {
    await changes.close(role);
    onDone();
  };
  return (
    <Question text={m.share_close_confirm()}>
      <LinkButton onPress={close} danger>
        {m.share_close_link()}
      </LinkButton>
      <LinkButton onPress={onDone}>{m.share_cancel()}</LinkButton>
    </Question>
  );
}

function Question({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="ds-alert" data-color="warning" data-size="sm" role="alert">
      <p className="ds-paragraph">{text}</p>
      <div className="actions">{children}</div>
    </div>
  );
}

type ButtonProps = { onPress: () => void | Promise<void>; danger?: boolean; children: string };

/** Pressed once: what it does is under way until the links have been fetched again. */
function LinkButton({ onPress, danger = false, children }: ButtonProps) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    await onPress();
    setBusy(false);
  };
  return (
    <button
      type="button"
      className="ds-button"
      data-size="sm"
      data-variant={danger ? 'primary' : 'secondary'}
      data-color={danger ? 'danger' : undefined}
      aria-disabled={busy}
      onClick={() => void press()}
    >
      {children}
    </button>
  );
}
