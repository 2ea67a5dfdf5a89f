import type { DoorResponse, Perspective } from '@samtavla/protocol';
import { useId } from 'react';
import * as m from '../i18n/generated/messages.js';

type Props = { door: DoorResponse; value: Perspective; onChange: (value: Perspective) => void };

/** Whose eyes one sees with here. Both may be left out; the lists are the facilitator's own. */
export function PerspectiveFields({ door, value, onChange }: Props) {
  const { sectors, levels } = door.perspectives;
  return (
    <>
      {sectors.length > 0 && (
        <ChoiceField
          label={m.join_sector()}
          about={door.anonymous ? m.join_sector_about_anonymous() : m.join_sector_about()}
          locale={door.locale}
          choices={sectors}
          value={value.sector}
          onChoose={(sector) => onChange(withPart(value, 'sector', sector))}
        />
      )}
      {levels.length > 0 && (
        <ChoiceField
          label={m.join_level()}
          locale={door.locale}
          choices={levels}
          value={value.level}
          onChoose={(level) => onChange(withPart(value, 'level', level))}
        />
      )}
    </>
  );
}

type ChoiceProps = {
  label: string;
  about?: string;
  /** The choices are the board's own words. */
  locale: string;
  choices: readonly { id: string; name: string }[];
  value: string | undefined;
  onChoose: (id: string) => void;
};

function ChoiceField({ label, about, locale, choices, value, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      {about !== undefined && (
        <p id={`${id}-about`} data-field="description" className="join-hint">
          {about}
        </p>
      )}
      <select
        id={id}
        className="ds-input"
        value={value ?? ''}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{m.join_choose()}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id} lang={locale}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Sets one part of a perspective; an empty choice takes it away. */
function withPart(value: Perspective, part: keyof Perspective, chosen: string): Perspective {
  const { [part]: _, ...rest } = value;
  return chosen === '' ? rest : { ...rest, [part]: chosen };
}
