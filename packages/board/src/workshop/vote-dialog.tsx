import type { Dots, Vote } from '@samtavla/protocol';
import { MinusIcon, PlusIcon } from '@navikt/aksel-icons';
import * as m from '../i18n/generated/messages.js';
import type { BallotNow, BallotState } from '../session/ballot-box.ts';
import { Modal } from '../ui/modal.tsx';
import { given, withDot, type Votable } from './votable.ts';

type Props = {
  vote: Vote;
  items: readonly Votable[];
  ballot: BallotNow;
  lang: string;
  onPut: (votes: Dots) => void;
  onClose: () => void;
};

const STATES: Readonly<Record<BallotState, () => string>> = {
  saved: m.vote_saved,
  sending: m.vote_sending,
  waiting: m.vote_waiting,
};

/** All there is to vote for, with one's own dots on it. */
export function VoteDialog({ vote, items, ballot, lang, onPut, onClose }: Props) {
  const { votes, state } = ballot;
  const left = vote.dots - given(votes);
  return (
    <Modal title={m.vote_title()} onClose={onClose} className="vote">
      <p className="ds-paragraph">{m.vote_about({ most: vote.most })}</p>
      <p className="vote-left">
        <output>
          <strong>{m.vote_left({ left, dots: vote.dots })}</strong> {given(votes) > 0 && STATES[state]()}
        </output>
      </p>
      {items.length === 0 && <p className="ds-paragraph">{m.vote_nothing()}</p>}
      <ul className="vote-list">
        {items.map(({ id, text, zone, isTheme }) => {
          const dots = votes[id] ?? 0;
          const [more, fewer] = [withDot(votes, id, 1, vote), withDot(votes, id, -1, vote)];
          return (
            <li key={id} data-given={dots > 0}>
              <span className="vote-words" lang={lang}>
                {isTheme ? <strong>{text}</strong> : text}
                {zone !== null && <span className="vote-zone">{zone}</span>}
              </span>
              <span className="vote-dots">
                <Turn label={m.vote_take({ text })} votes={fewer} onPut={onPut}>
                  <MinusIcon aria-hidden />
                </Turn>
                <span className="vote-count">
                  <span className="ds-sr-only">{m.vote_yours({ count: dots })}</span>
                  <span aria-hidden>{dots}</span>
                </span>
                <Turn label={m.vote_give({ text })} votes={more} onPut={onPut}>
                  <PlusIcon aria-hidden />
                </Turn>
              </span>
            </li>
          );
        })}
      </ul>
    </Modal>
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
