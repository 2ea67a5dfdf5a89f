import { LIMITS, type PlanPhase, type PlanZone, type RecordId } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { USUAL, VOTE_KIND_NAMES } from './vote/vote-kinds.ts';

type Props = {
  phase: PlanPhase;
  zones: readonly PlanZone[];
  lang: string;
  onSave: (phase: PlanPhase) => void;
  onCancel: () => void;
};

/** A phase being changed; nothing of it is in the plan until it is saved. */
export function PhaseFields({ phase, zones, lang, onSave, onCancel }: Props) {
  const id = useId();
  const [name, setName] = useState(phase.name);
  const [minutes, setMinutes] = useState(phase.minutes === null ? '' : String(phase.minutes));
  const [open, setOpen] = useState<readonly RecordId[]>(phase.zones);
  const [closes, setCloses] = useState(phase.closes);
  const [isPrivate, setPrivate] = useState(phase.private);
  const [vote, setVote] = useState<PlanPhase['vote']>(phase.vote);
  const [problem, setProblem] = useState<string | null>(null);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const time = minutes.trim() === '' ? null : Number(minutes);
    if (name.trim() === '') return setProblem(m.phases_name_missing());
    if (time !== null && !(Number.isInteger(time) && time > 0 && time <= LIMITS.phaseMinutes))
      return setProblem(m.phases_minutes_wrong({ most: LIMITS.phaseMinutes }));
    onSave({ ...phase, name: name.trim(), minutes: time, zones: open, closes, private: isPrivate, vote });
  };
  return (
    <form className="phase-fields" onSubmit={save} noValidate>
      <div className="ds-field">
        <label className="ds-label" htmlFor={`${id}-name`}>
          {m.phases_name()}
        </label>
        <input
          id={`${id}-name`}
          className="ds-input"
          lang={lang}
          maxLength={LIMITS.phaseNameCharacters}
          value={name}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => setName(target.value)}
        />
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor={`${id}-minutes`}>
          {m.phases_minutes()}
        </label>
        <input
          id={`${id}-minutes`}
          className="ds-input phase-minutes"
          inputMode="numeric"
          value={minutes}
          aria-describedby={`${id}-problem`}
          onChange={({ target }) => setMinutes(target.value)}
        />
      </div>
      <fieldset className="phase-zones">
        <legend className="ds-label">{m.phases_zones()}</legend>
        {zones.map((zone) => (
          <Check
            key={zone.id}
            id={`${id}-${zone.id}`}
            text={zone.title}
            lang={lang}
            isOn={open.includes(zone.id)}
            onTurn={(isOn) => setOpen(isOn ? [...open, zone.id] : open.filter((each) => each !== zone.id))}
          />
        ))}
        {open.length === 0 && <p className="phase-hint">{m.phases_zones_none()}</p>}
      </fieldset>
      <Check id={`${id}-private`} text={m.phases_private()} isOn={isPrivate} onTurn={setPrivate} />
      <Check id={`${id}-closes`} text={m.phases_closes()} isOn={closes} onTurn={setCloses} />
      <VoteField vote={vote} onChoose={setVote} />
      <p id={`${id}-problem`} className={problem === null ? 'ds-sr-only' : 'phase-problem'} role="alert">
        {problem}
      </p>
      <div className="actions">
        <button type="submit" className="ds-button">
          {m.phases_save()}
        </button>
        <button type="button" className="ds-button" data-variant="secondary" onClick={onCancel}>
          {m.outline_cancel()}
        </button>
      </div>
    </form>
  );
}

type VoteFieldProps = { vote: PlanPhase['vote']; onChoose: (vote: PlanPhase['vote']) => void };

/** With how many dots is asked when the vote is begun. */
function VoteField({ vote, onChoose }: VoteFieldProps) {
  const id = useId();
  const kind = vote === null ? '' : 'kind' in vote ? vote.kind : 'dots';
  const choose = (chosen: string) => {
    if (chosen === 'fingers' || chosen === 'rating') onChoose({ kind: chosen });
    else onChoose(chosen === 'dots' ? USUAL : null);
  };
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {m.phases_vote()}
      </label>
      <select id={id} className="ds-input" value={kind} onChange={({ target }) => choose(target.value)}>
        <option value="">{m.phases_vote_none()}</option>
        {Object.entries(VOTE_KIND_NAMES).map(([each, name]) => (
          <option key={each} value={each}>
            {name()}
          </option>
        ))}
      </select>
    </div>
  );
}

type CheckProps = { id: string; text: string; lang?: string; isOn: boolean; onTurn: (isOn: boolean) => void };

const Check = ({ id, text, lang, isOn, onTurn }: CheckProps) => (
  <div className="ds-field">
    <input
      id={id}
      type="checkbox"
      className="ds-input"
      checked={isOn}
      onChange={({ target }) => onTurn(target.checked)}
    />
    <label className="ds-label" data-weight="regular" htmlFor={id} lang={lang}>
      {text}
    </label>
  </div>
);
