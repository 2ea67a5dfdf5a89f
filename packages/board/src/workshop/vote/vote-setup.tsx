import { LIMITS, type PlanPhase, type PlanZone, type RecordId, type Vote } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../../i18n/generated/messages.js';
import type { Connection } from '../../session/connection.ts';
import { Modal } from '../../ui/modal.tsx';
import { useCommand } from '../use-command.ts';
import { USUAL, VOTE_KIND_NAMES } from './vote-kinds.ts';

type Props = {
  connection: Connection;
  zones: readonly PlanZone[];
  /** The current one, which may say how it votes. */
  phase: PlanPhase | null;
  lang: string;
  onClose: () => void;
};

const KINDS = Object.entries(VOTE_KIND_NAMES) as [Vote['kind'], () => string][];

/** What is voted over, and how; opens the vote. */
export function VoteSetup({ connection, zones, phase, lang, onClose }: Props) {
  const id = useId();
  const { command, problem } = useCommand(connection);
  const rule = phase?.vote ?? USUAL;
  const wish = 'kind' in rule ? USUAL : rule;
  const [kind, setKind] = useState<Vote['kind']>('kind' in rule ? rule.kind : 'dots');
  const [chosen, setChosen] = useState<readonly RecordId[]>(
    phase === null || phase.zones.length === 0 ? zones.map((zone) => zone.id) : phase.zones,
  );
  const [dots, setDots] = useState(String(wish.dots));
  const [most, setMost] = useState(String(wish.most));
  const [question, setQuestion] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const begin = () => {
    const [count, each] = [Number(dots), Number(most)];
    const isCount = (value: number) => Number.isInteger(value) && value >= 1 && value <= LIMITS.dotsPerVote;
    if (kind === 'fingers') {
      if (question.trim() === '') return m.vote_question_missing();
      command({ type: 'vote.open-fingers', question: question.trim() });
      return null;
    }
    if (kind === 'dots' && (!isCount(count) || !isCount(each))) return m.vote_dots_wrong({ most: LIMITS.dotsPerVote });
    if (chosen.length === 0) return m.vote_zones_missing();
    if (kind === 'rating') command({ type: 'vote.open-rating', zones: chosen });
    else command({ type: 'vote.open', zones: chosen, dots: count, most: each });
    return null;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problemNow = begin();
    if (problemNow === null) onClose();
    setWrong(problemNow);
  };
  const field = (name: string, label: string, value: string, onChange: (value: string) => void) => (
    <div className="ds-field">
      <label className="ds-label" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <input
        id={`${id}-${name}`}
        className="ds-input phase-minutes"
        inputMode="numeric"
        value={value}
        aria-describedby={`${id}-wrong`}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
  return (
    <Modal title={m.vote_setup_title()} onClose={onClose} className="vote">
      <form className="phase-fields" onSubmit={submit} noValidate>
        <fieldset className="phase-zones">
          <legend className="ds-label">{m.vote_kind()}</legend>
          {KINDS.map(([each, name]) => (
            <div className="ds-field" key={each}>
              <input
                id={`${id}-kind-${each}`}
                type="radio"
                name={`${id}-kind`}
                className="ds-input"
                checked={kind === each}
                onChange={() => setKind(each)}
              />
              <label className="ds-label" data-weight="regular" htmlFor={`${id}-kind-${each}`}>
                {name()}
              </label>
            </div>
          ))}
        </fieldset>
        {kind === 'fingers' ? (
          <div className="ds-field">
            <label className="ds-label" htmlFor={`${id}-question`}>
              {m.vote_question()}
            </label>
            <p className="phase-hint" id={`${id}-hint`}>
              {m.vote_question_hint()}
            </p>
            <input
              id={`${id}-question`}
              className="ds-input"
              lang={lang}
              value={question}
              maxLength={LIMITS.voteQuestion}
              aria-describedby={`${id}-hint ${id}-wrong`}
              onChange={({ target }) => setQuestion(target.value)}
            />
          </div>
        ) : (
          <ZoneChoice zones={zones} chosen={chosen} lang={lang} onChoose={setChosen} />
        )}
        {kind === 'dots' && field('dots', m.vote_dots_each(), dots, setDots)}
        {kind === 'dots' && field('most', m.vote_dots_most(), most, setMost)}
        <p id={`${id}-wrong`} className={(wrong ?? problem) ? 'phase-problem' : 'ds-sr-only'} role="alert">
          {wrong ?? problem}
        </p>
        <button type="submit" className="ds-button">
          {m.vote_open()}
        </button>
      </form>
    </Modal>
  );
}

type ZoneChoiceProps = {
  zones: readonly PlanZone[];
  chosen: readonly RecordId[];
  lang: string;
  onChoose: (zones: readonly RecordId[]) => void;
};

function ZoneChoice({ zones, chosen, lang, onChoose }: ZoneChoiceProps) {
  const id = useId();
  return (
    <fieldset className="phase-zones">
      <legend className="ds-label">{m.vote_zones()}</legend>
      {zones.map((zone) => (
        <div className="ds-field" key={zone.id}>
          <input
            id={`${id}-${zone.id}`}
            type="checkbox"
            className="ds-input"
            checked={chosen.includes(zone.id)}
            onChange={({ target }) =>
              onChoose(target.checked ? [...chosen, zone.id] : chosen.filter((one) => one !== zone.id))
            }
          />
          <label className="ds-label" data-weight="regular" htmlFor={`${id}-${zone.id}`} lang={lang}>
            {zone.title}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
