import type { Links, Millis, Role, RotateLinkRequest } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import { api } from '../session/api.ts';
import type { Answer, NoReason } from '../session/ask.ts';
import { partsOfLink } from '../session/secret.ts';
import { storedSessions, type StoredSession } from '../session/stored-session.ts';
import { facilitatorLink } from './facilitator-link.ts';

/** Each role's link; null for one that is closed, and for the facilitator's where another device has the newest. */
export type ShownLinks = Readonly<Record<Role, string | null>>;

/** When a role's link ends by itself; null: it does not. */
export type LinkEnds = Links['ends'];
type Shown = { readonly links: ShownLinks; readonly ends: LinkEnds };

export type LinkChanges = {
  readonly end: (role: Role, endsAt: Millis | null) => Promise<void>;
  readonly rotate: (role: Role, inside: RotateLinkRequest['inside']) => Promise<void>;
  readonly close: (role: Role) => Promise<void>;
};

/** A board's links as its facilitator sees and changes them. */
export function useLinks(session: StoredSession) {
  const { board, token } = session.joined;
  const [answer, setAnswer] = useState<Answer<Shown> | null>(null);
  const [refused, setRefused] = useState<NoReason | null>(null);
  useEffect(() => void linksOf(session).then(setAnswer), [session]);

  const ask = () => {
    setAnswer(null);
    void linksOf(session).then(setAnswer);
  };
  const changed = async (change: Answer<unknown>) => {
    setRefused(change.ok ? null : change.reason);
    if (change.ok) setAnswer(await linksOf(session));
  };
  const rotate: LinkChanges['rotate'] = async (role, inside) => {
    const change = await api.rotateLink(board.id, role, { inside }, token);
    if (change.ok && role === 'facilitator') keepLink(session, change.value.url);
    await changed(change);
  };
  const close: LinkChanges['close'] = async (role) => changed(await api.closeLink(board.id, role, token));
  const end: LinkChanges['end'] = async (role, endsAt) => changed(await api.endLink(board.id, role, endsAt, token));
  return { answer, refused, ask, rotate, close, end };
}

async function linksOf(session: StoredSession): Promise<Answer<Shown>> {
  const { board, token } = session.joined;
  // This page's own may have been replaced since it was opened.
  const kept = storedSessions().of(board.id) ?? session;
  const [links, door] = await Promise.all([api.links(board.id, token), api.door(board.id, kept.secret)]);
  if (!links.ok) return links;
  if (!door.ok && door.reason !== 'link-closed') return door;
  return {
    ok: true,
    value: {
      links: { ...shown(links.value), facilitator: door.ok ? facilitatorLink(kept, links.value.origin) : null },
      ends: links.value.ends,
    },
  };
}

const shown = ({ participant, viewer }: Links) => ({ participant, viewer });

/** The server says it once only; this device is where it is found again. */
function keepLink(session: StoredSession, link: string): void {
  const parts = partsOfLink(link);
  if (parts !== null) storedSessions().keep({ ...session, secret: parts.secret });
}
