import { LIMITS, type PlanPhase, type PlanZone, type RecordId } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { Modal } from '../ui/modal.tsx';
import { useCommand } from './use-command.ts';

type Props = {
  connection: Connection;
  zones: readonly PlanZone[];
  /** The current one, which may say how it votes. */
  phase: PlanPhase | null;
  lang: string;
  onClose: () => void;
};

const USUAL = { dots: 3, most: 1 };

/** What is voted over, and with how many dots; opens the vote. */
export function VoteSetup({ connection, zones, phase, lang, onClose }: Props) {
  const id = useId();
  const { command, problem } = useCommand(connection);
  const wish = phase?.vote ?? USUAL;
  const [chosen, setChosen] = useState<readonly RecordId[]>(
    phase === null || phase.zones.length === 0 ? zones.map((zone) => zone.id) : phase.zones,
  );
  const [dots, setDots] = useState(String(wish.dots));
  const [most, setMost] = useState(String(wish.most));
  const [wrong, setWrong] = useState<string | null>(null);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const [count, each] = [Number(dots), Number(most)];
    const isCount = (value: number) => Number.isInteger(value) && value >= 1 && value <= LIMITS.dotsPerVote;
    if (!isCount(count) || !isCount(each)) return setWrong(m.vote_dots_wrong({ most: LIMITS.dotsPerVote }));
    if (chosen.length === 0) return setWrong(m.vote_zones_missing());
    command({ type: 'vote.open', zones: chosen, dots: count, most: each });
    onClose();
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
      <form className="phase-fields" onSubmit={open} noValidate>
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
                  setChosen(target.checked ? [...chosen, zone.id] : chosen.filter((one) => one !== zone.id))
                }
              />
              <label className="ds-label" data-weight="regular" htmlFor={`${id}-${zone.id}`} lang={lang}>
                {zone.title}
              </label>
            </div>
          ))}
        </fieldset>
        {field('dots', m.vote_dots_each(), dots, setDots)}
        {field('most', m.vote_dots_most(), most, setMost)}
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
