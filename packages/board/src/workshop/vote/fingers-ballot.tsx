import { FINGERS, type FingerVote } from '@samtavla/protocol';
import { useId } from 'react';
import * as m from '../../i18n/generated/messages.js';
import { ballotStands } from './ballot-state.ts';
import type { BallotProps } from './dots-ballot.tsx';
import { FINGER_COUNTS, FINGER_WORDS } from './finger-words.ts';

/** One hand, from one finger to five, each with what it means. */
export function FingersBallot({ vote, ballot, lang, onPut }: BallotProps & { vote: FingerVote }) {
  const id = useId();
  const said = ballot.votes[FINGERS];
  return (
    <>
      <p className="vote-question" lang={lang} id={`${id}-question`}>
        {vote.question}
      </p>
      <p className="ds-paragraph vote-hint">{m.fingers_about()}</p>
      <div className="fingers" role="radiogroup" aria-labelledby={`${id}-question`}>
        {FINGER_COUNTS.map((count) => (
          <label key={count} className="finger">
            <input
              type="radio"
              className="ds-input"
              name={id}
              checked={said === count}
              onChange={() => onPut({ [FINGERS]: count })}
            />
            <strong>{m.fingers_count({ count })}</strong>
            <span>{FINGER_WORDS[count]()}</span>
          </label>
        ))}
      </div>
      <p className="vote-left">
        <output>{ballotStands(ballot.state, said !== undefined)}</output>
      </p>
    </>
  );
}
