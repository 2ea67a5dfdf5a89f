import './vote.css';
import { votableIn as votableRecords, type Vote } from '@samtavla/protocol';
import { useEffect, useMemo, useState } from 'react';
import { BarChartIcon, CheckmarkCircleIcon } from '@navikt/aksel-icons';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { readOutline } from '../outline/follow-outline.ts';
import { ballotBox, type BallotBox } from '../session/ballot-box.ts';
import type { Connection } from '../session/connection.ts';
import { signal } from '../session/signal.ts';
import { useSignal } from '../session/use-signal.ts';
import { VoteDialog } from './vote-dialog.tsx';
import { ResultDialog } from './result-dialog.tsx';
import { votableIn, type Votable } from './votable.ts';

type Props = { connection: Connection; vote: Vote; shared: boolean; lang: string };

const NO_BALLOT = signal({ votes: {}, state: 'saved' as const, refusal: null });

/** The vote that is going on, or the latest one's result: how many have voted, and the way to it. */
export function VoteBar({ connection, vote, shared, lang }: Props) {
  const voters = useSignal(connection.voters);
  const [isShown, setIsShown] = useState(false);
  const box = useBallotBox(connection, vote, shared);
  const ballot = useSignal(box?.now ?? NO_BALLOT);
  const isOpen = vote.state === 'open';
  const items = useVotable(connection, vote, isShown);
  const close = () => setIsShown(false);
  return (
    <div className="vote-bar">
      <output>
        {isOpen
          ? m.vote_going_on({ count: voters })
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
        <VoteDialog
          vote={vote}
          items={items}
          ballot={ballot}
          lang={lang}
          onPut={(votes) => box.put(votes)}
          onClose={close}
        />
      )}
      {isShown && vote.result !== null && (
        <ResultDialog
          connection={connection}
          vote={vote}
          result={vote.result}
          items={items}
          lang={lang}
          onClose={close}
        />
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

/** As the board is when the dialog is opened: what one is choosing among does not move under the hand. */
function useVotable({ plan, canvas }: Connection, vote: Vote, isShown: boolean): readonly Votable[] {
  const { zones, among } = vote;
  return useMemo(() => {
    if (!isShown) return [];
    const docs = { plan: plan.doc, canvas: canvas.doc };
    return votableIn(readOutline(docs), votableRecords([plan.doc, canvas.doc], { zones, among }));
  }, [plan, canvas, zones, among, isShown]);
}
