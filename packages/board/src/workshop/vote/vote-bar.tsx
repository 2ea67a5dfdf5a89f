import './vote.css';
import type { Vote } from '@samtavla/protocol';
import { useEffect, useState } from 'react';
import { BarChartIcon, CheckmarkCircleIcon } from '@navikt/aksel-icons';
import * as m from '../../i18n/generated/messages.js';
import { refusalSentence } from '../../i18n/refusal-sentence.ts';
import { ballotBox, type BallotBox } from '../../session/ballot-box.ts';
import type { Connection } from '../../session/connection.ts';
import { signal } from '../../session/signal.ts';
import { useSignal } from '../../session/use-signal.ts';
import { useVotersHere } from '../../session/voters-here.ts';
import { BallotDialog } from './ballot-dialog.tsx';
import { ResultDialog } from './result-dialog.tsx';

type Props = {
  connection: Connection;
  vote: Vote;
  shared: boolean;
  lang: string;
};

const NO_BALLOT = signal({ votes: {}, state: 'saved' as const, refusal: null });

/** The vote that is going on, or the latest one's result: how many have voted, and the way to it. */
export function VoteBar({ connection, vote, shared, lang }: Props) {
  const voted = useSignal(connection.voters);
  const voters = useVotersHere(connection);
  const [isShown, setIsShown] = useState(false);
  const box = useBallotBox(connection, vote, shared);
  const ballot = useSignal(box?.now ?? NO_BALLOT);
  const isOpen = vote.state === 'open';
  const close = () => setIsShown(false);
  return (
    <div className="vote-bar">
      <output>
        {isOpen
          ? m.vote_going_on({ count: voted, of: Math.max(voted, voters) })
          : vote.result === null
            ? m.vote_counting()
            : m.vote_over({ count: vote.result.ballots })}
      </output>
      {ballot.refusal !== null && <span role="alert">{refusalSentence(ballot.refusal)}</span>}
      {(vote.result !== null || (isOpen && box !== null)) && (
        <button
          type="button"
          className="ds-button"
          data-variant={isOpen ? 'primary' : 'secondary'}
          data-size="sm"
          onClick={() => setIsShown(true)}
        >
          {isOpen ? <CheckmarkCircleIcon aria-hidden /> : <BarChartIcon aria-hidden />}
          {isOpen ? m.vote_now() : m.vote_result()}
        </button>
      )}
      {isShown && isOpen && box !== null && (
        <BallotDialog
          connection={connection}
          vote={vote}
          ballot={ballot}
          lang={lang}
          onPut={(votes) => box.put(votes)}
          onClose={close}
        />
      )}
      {isShown && vote.result !== null && (
        <ResultDialog connection={connection} vote={vote} lang={lang} onClose={close} />
      )}
    </div>
  );
}

/** Null for who has none to give. */
function useBallotBox({ joined }: Connection, { id, state }: Vote, shared: boolean): BallotBox | null {
  const [box, setBox] = useState<BallotBox | null>(null);
  const isTaken = state === 'open' || state === 'closing';
  const votes = isTaken && joined.role !== 'viewer';
  useEffect(() => {
    if (!votes) return undefined;
    const made = ballotBox(joined, id, shared);
    const show = () => setBox(made);
    show();
    return () => {
      made.close();
      setBox(null);
    };
  }, [joined, id, shared, votes]);
  return box;
}
