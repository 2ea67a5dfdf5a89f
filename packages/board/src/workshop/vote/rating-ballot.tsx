import type { Answers, Rating } from '@samtavla/protocol';
import { useId } from 'react';
import * as m from '../../i18n/generated/messages.js';
import { ballotStands } from './ballot-state.ts';
import type { BallotProps } from './dots-ballot.tsx';
import { isWholeRating, type Votable } from './votable.ts';
import { VotableWords } from './votable-words.tsx';

const STEPS = [1, 2, 3, 4, 5] as const;

/** Each thing, with how much it would change and how much it would take. */
export function RatingBallot({ items, ballot, lang, onPut }: BallotProps) {
  const { votes, state } = ballot;
  const done = items.filter(({ id }) => isWholeRating(votes[id])).length;
  return (
    <>
      <p className="ds-paragraph">{m.rating_about()}</p>
      <p className="vote-left">
        <output>
          <strong>{m.rating_left({ done, count: items.length })}</strong>{' '}
          {ballotStands(state, Object.keys(votes).length > 0)}
        </output>
      </p>
      {items.length === 0 && <p className="ds-paragraph">{m.vote_nothing()}</p>}
      <ul className="vote-list">
        {items.map((item) => (
          <li key={item.id} data-given={isWholeRating(votes[item.id])} className="rating">
            <VotableWords item={item} lang={lang} />
            <Axis item={item} axis="effect" votes={votes} onPut={onPut} />
            <Axis item={item} axis="effort" votes={votes} onPut={onPut} />
          </li>
        ))}
      </ul>
    </>
  );
}

type AxisProps = { item: Votable; axis: keyof Rating; votes: Answers; onPut: (votes: Answers) => void };

const NAMES = { effect: m.rating_effect, effort: m.rating_effort } as const;
const LABELS = { effect: m.rating_effect_of, effort: m.rating_effort_of } as const;

function Axis({ item: { id, text }, axis, votes, onPut }: AxisProps) {
  const name = useId();
  const said = votes[id];
  const rating = typeof said === 'object' ? said : {};
  return (
    <fieldset className="rating-axis">
      <legend className="ds-sr-only">{LABELS[axis]({ text })}</legend>
      <span aria-hidden>{NAMES[axis]()}</span>
      {STEPS.map((step) => (
        <label key={step} className="rating-step">
          <input
            type="radio"
            className="ds-sr-only"
            name={name}
            checked={rating[axis] === step}
            onChange={() => onPut({ ...votes, [id]: { ...rating, [axis]: step } })}
          />
          <span>{step}</span>
        </label>
      ))}
    </fieldset>
  );
}
