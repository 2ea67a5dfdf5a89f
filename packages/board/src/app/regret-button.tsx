import type { JoinResponse } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { entryRefusal } from '../i18n/entry-refusal.ts';
import { api } from '../session/api.ts';

/** «Angre slettingen», for a facilitator of a deleted board: then it is open again, for all as before. */
export function RegretButton({ joined: { board, token } }: { joined: JoinResponse }) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const regret = async () => {
    if (isBusy) return;
    setIsBusy(true);
    const answer = await api.regretDeletion(board.id, token);
    if (answer.ok) return location.reload();
    setIsBusy(false);
    setProblem(entryRefusal(answer.reason));
  };
  return (
    <>
      <button type="button" className="ds-button" data-size="sm" aria-disabled={isBusy} onClick={() => void regret()}>
        {m.delete_regret()}
      </button>
      {problem !== null && <p role="alert">{problem}</p>}
    </>
  );
}
