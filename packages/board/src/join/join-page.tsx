import type { BoardId, DoorResponse, JoinResponse, Role } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { entryRefusal } from '../i18n/entry-refusal.ts';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';
import { dropJoinKey, joinKeyFor } from '../session/join-key.ts';
import { rememberName } from '../session/last-name.ts';
import type { StoredSession } from '../session/stored-session.ts';
import { PageFrame } from '../ui/page-frame.tsx';
import { JoinForm, type JoinAnswers } from './join-form.tsx';

type Props = {
  board: BoardId;
  secret: string;
  door: DoorResponse;
  /** This browser's earlier visit to the same board, by another link. */
  earlier: JoinResponse | null;
  onJoined: (session: StoredSession) => void;
  onForgetEarlier: () => void;
};

const INVITED: Readonly<Record<Role, () => string>> = {
  facilitator: m.join_as_facilitator,
  participant: m.join_as_participant,
  viewer: m.join_as_viewer,
};

export function JoinPage({ board, secret, door, earlier, onJoined, onForgetEarlier }: Props) {
  const [refused, setRefused] = useState<NoReason | null>(null);

  const join = async ({ name, perspective, shared }: JoinAnswers) => {
    setRefused(null);
    const joinKey = joinKeyFor(board);
    const answer = await api.join(board, {
      secret,
      joinKey,
      ...(name !== '' && { name }),
      ...(Object.keys(perspective).length > 0 && { perspective }),
      ...(earlier !== null && { token: earlier.token }),
    });
    if (!answer.ok) return setRefused(answer.reason);
    dropJoinKey(board);
    if (!shared) rememberName(name);
    onJoined({ joined: answer.value, secret, shared });
  };

  return (
    <PageFrame title={door.title}>
      <div className="sheet join">
        <p className="ds-tag" data-color={door.role === 'viewer' ? 'neutral' : 'accent'} data-size="sm">
          {INVITED[door.role]()}
        </p>
        <h1 className="ds-heading" data-size="sm" lang={door.locale}>
          {door.title}
        </h1>
        {door.role === 'viewer' && <p className="ds-paragraph">{m.join_viewer_about()}</p>}
        {earlier !== null && <Earlier name={earlier.participant.name} onForget={onForgetEarlier} />}
        <JoinForm key={earlier?.token} door={door} earlierName={earlier?.participant.name ?? null} onJoin={join} />
        {refused !== null && (
          <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
            {entryRefusal(refused)}
          </p>
        )}
      </div>
    </PageFrame>
  );
}

function Earlier({ name, onForget }: { name: string | null; onForget: () => void }) {
  return (
    <p className="ds-paragraph join-earlier">
      {name === null ? m.join_earlier_nameless() : m.join_earlier({ name })}
      <button type="button" className="ds-button" data-variant="tertiary" data-size="sm" onClick={onForget}>
        {name === null ? m.join_not_me() : m.join_not_name({ name })}
      </button>
    </p>
  );
}
