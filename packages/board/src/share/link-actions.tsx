import type { Millis, Role } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { EndQuestion } from './link-end.tsx';
import { LinkButton, Question } from './link-button.tsx';
import type { LinkChanges } from './use-links.ts';

type Props = { of: Role; changes: LinkChanges };

/** «Ny lenke», «Sluttid» and «Steng lenken», each asked about first: all change things for those who are on the board. */
export function LinkActions({ of: role, endsAt, changes }: Props & { endsAt: Millis | null }) {
  const [asked, setAsked] = useState<'rotate' | 'end' | 'close' | null>(null);
  const done = () => setAsked(null);
  if (asked === 'rotate') return <RotateQuestion of={role} changes={changes} onDone={done} />;
  if (asked === 'end') return <EndQuestion of={role} endsAt={endsAt} changes={changes} onDone={done} />;
  if (asked === 'close') return <CloseQuestion of={role} changes={changes} onDone={done} />;
  return (
    <div className="actions">
      <LinkButton onPress={() => setAsked('rotate')}>{m.share_new_link()}</LinkButton>
      {role !== 'facilitator' && (
        <>
          <LinkButton onPress={() => setAsked('end')}>
            {endsAt === null ? m.share_end_set() : m.share_end_change()}
          </LinkButton>
          <LinkButton onPress={() => setAsked('close')}>{m.share_close_link()}</LinkButton>
        </>
      )}
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
