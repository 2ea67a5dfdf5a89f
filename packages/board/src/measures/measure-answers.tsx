import type { RecordId } from '@samtavla/protocol';
import { useId } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Answerable } from './measure-list.ts';

type Props = {
  answers: readonly RecordId[];
  answerable: readonly Answerable[];
  lang: string;
  onSet: (answered: RecordId, isAnswered: boolean) => void;
};

/** A line of a list to choose from. */
const LONGEST = 80;

/** What a measure answers, and what else it may. */
export function MeasureAnswers({ answers, answerable, lang, onSet }: Props) {
  const id = useId();
  const left = answerable.filter((one) => !answers.includes(one.id));
  const groups = Map.groupBy(left, ({ zone }) => zone?.title ?? m.outline_loose());
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="ds-heading" data-size="2xs">
        {m.measure_answers()}
      </h3>
      {answers.length === 0 && <p className="measure-hint">{m.measure_answers_none()}</p>}
      <ul className="measure-answers">
        {answers.map((answered) => {
          const text = answerable.find((one) => one.id === answered)?.text ?? null;
          return (
            <li key={answered}>
              {text === null ? <em>{m.measure_answers_gone()}</em> : <span lang={lang}>{text}</span>}
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                data-size="sm"
                aria-label={m.measure_answers_remove({ text: text ?? m.measure_answers_gone() })}
                onClick={() => onSet(answered, false)}
              >
                {m.remove()}
              </button>
            </li>
          );
        })}
      </ul>
      {left.length > 0 && (
        <select
          className="ds-input"
          aria-label={m.measure_answers_add()}
          value=""
          onChange={({ target }) => target.value !== '' && onSet(target.value as RecordId, true)}
        >
          <option value="">{m.measure_answers_choose()}</option>
          {[...groups].map(([zone, things]) => (
            <optgroup key={zone} label={zone}>
              {things.map((one) => (
                <option key={one.id} value={one.id} lang={lang}>
                  {excerptOf(one)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </section>
  );
}

const excerptOf = ({ text }: Answerable): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()} …` : text;
