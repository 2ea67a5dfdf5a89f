import type { Answers, DotVote, Dots } from '@samtavla/protocol';
import { MinusIcon, PlusIcon } from '@navikt/aksel-icons';
import * as m from '../../i18n/generated/messages.js';
import type { BallotNow } from '../../session/ballot-box.ts';
import { ballotStands } from './ballot-state.ts';
import { given, withDot, type Votable } from './votable.ts';
import { VotableWords } from './votable-words.tsx';

export type BallotProps = {
  items: readonly Votable[];
  ballot: BallotNow;
  lang: string;
  onPut: (votes: Answers) => void;
};

/** All there is to vote for, with one's own dots on it. */
export function DotsBallot({ vote, items, ballot, lang, onPut }: BallotProps & { vote: DotVote }) {
  const votes = ballot.votes as Dots;
  const left = vote.dots - given(votes);
  return (
    <>
      <p className="ds-paragraph">{m.vote_about({ most: vote.most })}</p>
      <p className="vote-left">
        <output>
          <strong>{m.vote_left({ left, dots: vote.dots })}</strong> {ballotStands(ballot.state, given(votes) > 0)}
        </output>
      </p>
      {items.length === 0 && <p className="ds-paragraph">{m.vote_nothing()}</p>}
      <ul className="vote-list">
        {items.map((item) => {
          const dots = votes[item.id] ?? 0;
          const [more, fewer] = [withDot(votes, item.id, 1, vote), withDot(votes, item.id, -1, vote)];
          return (
            <li key={item.id} data-given={dots > 0}>
              <VotableWords item={item} lang={lang} />
              <span className="vote-dots">
                <Turn label={m.vote_take({ text: item.text })} votes={fewer} onPut={onPut}>
                  <MinusIcon aria-hidden />
                </Turn>
                <span className="vote-count">
                  <span className="ds-sr-only">{m.vote_yours({ count: dots })}</span>
                  <span aria-hidden>{dots}</span>
                </span>
                <Turn label={m.vote_give({ text: item.text })} votes={more} onPut={onPut}>
                  <PlusIcon aria-hidden />
                </Turn>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

type TurnProps = {
  label: string;
  /** Null where there is nothing to give or take: the button stays, so that the focus does. */
  votes: Dots | null;
  onPut: (votes: Dots) => void;
  children: React.ReactNode;
};

const Turn = ({ label, votes, onPut, children }: TurnProps) => (
  <button
    type="button"
    className="ds-button"
    data-variant="secondary"
    data-icon="true"
    aria-label={label}
    aria-disabled={votes === null}
    onClick={() => votes !== null && onPut(votes)}
  >
    {children}
  </button>
);
