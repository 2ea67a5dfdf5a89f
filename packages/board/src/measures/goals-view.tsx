import { PadlockLockedIcon } from '@navikt/aksel-icons';
import type { RecordId } from '@samtavla/protocol';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { statusName } from '../i18n/measure-words.ts';
import { makeMeasures, setAnswer, setValue } from '../outline/measure-commands.ts';
import { goalsIn, measuresUnder, within, type Goal } from './goals.ts';
import { MeasureButton } from './measure-button.tsx';
import { ValueField } from './measure-choice.tsx';
import type { MeasuresShown } from './measures-shown.ts';

/** What is desired, and under it what leads there: goals under goals, and measures under them. */
export function GoalsView(shown: MeasuresShown) {
  const goals = goalsIn(shown.open.outline);
  if (goals.length === 0)
    return (
      <p className="measures-none">
        <strong>{m.measures_goals_none()}</strong> {m.measures_goals_about()}
      </p>
    );
  return (
    <div className="goals" data-size="sm">
      <List {...shown} goals={goals} all={goals} above={null} />
    </div>
  );
}

type ListProps = MeasuresShown & { goals: readonly Goal[]; all: readonly Goal[]; above: RecordId | null };

const List = ({ goals, ...more }: ListProps) => (
  <ul className="goal-list">
    {goals.map((goal) => (
      <li key={goal.id} data-measure={goal.measure !== null}>
        <OneGoal goal={goal} {...more} />
        {goal.below.length > 0 && <List {...more} goals={goal.below} above={goal.id} />}
      </li>
    ))}
  </ul>
);

function OneGoal({ goal, all, above, facts, open, add, onMeasure }: Omit<ListProps, 'goals'> & { goal: Goal }) {
  const { id, text, zone, measure } = goal;
  const { hand, writable } = open;
  const mayChange = writable[goal.document] && !goal.isTheme;
  const answer = () => {
    const [made] = makeMeasures(hand, [id]);
    if (made !== undefined) onMeasure(made);
  };
  const lead = measuresUnder(goal).size;
  if (measure !== null)
    return (
      <>
        <MeasureButton one={measure} lang={facts.locale} onMeasure={onMeasure} />
        <span className="measure-line">
          {[statusName(measure.measure.status), measure.measure.owner].filter(Boolean).join(' · ')}
        </span>
      </>
    );
  return (
    <div className="goal">
      <p className="goal-words">
        {goal.document === 'plan' && <PadlockLockedIcon aria-hidden />}
        <span lang={facts.locale}>{goal.isTheme ? m.template_theme({ text }) : text}</span>
        <span className="measure-line">
          {zone !== null && <span lang={facts.locale}>{zone.title} · </span>}
          {goal.document === 'plan' && `${m.goal_stands()} · `}
          {lead === 0 ? m.goal_alone() : m.goal_measures({ count: lead })}
        </span>
      </p>
      <div className="goal-actions">
        {mayChange && facts.values.length > 0 && (
          <ValueField
            label={`${m.measure_value()}: ${text}`}
            value={goal.value}
            list={facts.values}
            lang={facts.locale}
            onChange={(value) => setValue(hand, id, value)}
          />
        )}
        {mayChange && goal.document !== 'plan' && (
          <Place goal={goal} all={all} lang={facts.locale} onPlace={(under) => setAnswer(hand, id, under, true)} />
        )}
        {mayChange && above !== null && (
          <button
            type="button"
            className="ds-button"
            data-variant="tertiary"
            aria-label={`${m.goal_lift()}: ${text}`}
            onClick={() => setAnswer(hand, id, above, false)}
          >
            {m.goal_lift()}
          </button>
        )}
        {add !== null && (
          <button
            type="button"
            className="ds-button"
            data-variant="secondary"
            aria-label={m.measure_answer_note({ text })}
            onClick={answer}
          >
            {m.measure_answer()}
          </button>
        )}
      </div>
    </div>
  );
}

type PlaceProps = { goal: Goal; all: readonly Goal[]; lang: string; onPlace: (under: RecordId) => void };

/** Under which other goal: a press first, since a list of all goals for each of them is long. */
function Place(props: PlaceProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <PlaceList {...props} onLeave={() => setIsOpen(false)} />;
  return (
    <button
      type="button"
      className="ds-button"
      data-variant="tertiary"
      aria-label={m.goal_place_note({ text: props.goal.text })}
      onClick={() => setIsOpen(true)}
    >
      {m.goal_place()}
    </button>
  );
}

/** None of those that lead to itself. */
function PlaceList({ goal, all, lang, onPlace, onLeave }: PlaceProps & { onLeave: () => void }) {
  const own = new Set(within(goal));
  const others = all
    .flatMap(flat)
    .filter((other) => !own.has(other.id) && !other.below.some(({ id }) => id === goal.id));
  const once = [...new Map(others.map((other) => [other.id, other])).values()];
  return (
    <select
      className="ds-input"
      aria-label={m.goal_place_note({ text: goal.text })}
      ref={focusOnce}
      value=""
      onBlur={onLeave}
      onChange={({ target }) => target.value !== '' && onPlace(target.value as RecordId)}
    >
      <option value="">{m.goal_place()}</option>
      {once.map(({ id, text }) => (
        <option key={id} value={id} lang={lang}>
          {text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text}
        </option>
      ))}
    </select>
  );
}

/** A line of a list to choose from. */
const LONGEST = 80;

/** The button that was pressed has become this list. */
const focusOnce = (list: HTMLSelectElement | null): void => list?.focus();

const flat = (goal: Goal): Goal[] => (goal.measure === null ? [goal, ...goal.below.flatMap(flat)] : []);
