import { LIMITS, type DoorResponse, type Perspective } from '@samtavla/protocol';
import { useId, useRef, useState, type FormEvent, type Ref } from 'react';
import * as m from '../i18n/generated/messages.js';
import { lastName } from '../session/last-name.ts';
import { PerspectiveFields } from './perspective-fields.tsx';

export type JoinAnswers = { readonly name: string; readonly perspective: Perspective; readonly shared: boolean };

type Props = {
  door: DoorResponse;
  earlierName: string | null;
  onJoin: (answers: JoinAnswers) => Promise<void>;
};

/** Who one is here. As little as possible between a link and a board. */
export function JoinForm({ door, earlierName, onJoin }: Props) {
  const [name, setName] = useState(() => (door.anonymous ? '' : (earlierName ?? lastName())));
  const [perspective, setPerspective] = useState<Perspective>({});
  const [shared, setShared] = useState(false);
  const [missing, setMissing] = useState(false);
  const [joining, setJoining] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (joining) return;
    const without = !door.anonymous && name.trim() === '';
    setMissing(without);
    if (without) return field.current?.focus();
    setJoining(true);
    await onJoin({ name: name.trim(), perspective, shared });
    setJoining(false);
  };

  return (
    <form className="join-form" noValidate onSubmit={(event) => void submit(event)}>
      {door.anonymous && (
        <p className="ds-alert" data-color="info" data-size="sm">
          {m.join_anonymous_about()}
        </p>
      )}
      {!door.anonymous && <NameField ref={field} value={name} missing={missing} onChange={setName} />}
      {door.role !== 'viewer' && <PerspectiveFields door={door} value={perspective} onChange={setPerspective} />}
      <div className="ds-field">
        <input
          id={`${id}-shared`}
          type="checkbox"
          className="ds-input"
          checked={shared}
          aria-describedby={`${id}-shared-about`}
          onChange={({ target }) => setShared(target.checked)}
        />
        <label className="ds-label" data-weight="regular" htmlFor={`${id}-shared`}>
          {m.join_shared()}
        </label>
        <p id={`${id}-shared-about`} data-field="description" className="join-hint">
          {m.join_shared_about()}
        </p>
      </div>
      <button type="submit" className="ds-button" aria-disabled={joining}>
        {joining ? m.join_joining() : m.join_button()}
      </button>
    </form>
  );
}

type NameProps = { ref: Ref<HTMLInputElement>; value: string; missing: boolean; onChange: (name: string) => void };

function NameField({ ref, value, missing, onChange }: NameProps) {
  const id = useId();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {m.join_name()}
      </label>
      <input
        ref={ref}
        id={id}
        className="ds-input"
        name="name"
        autoComplete="name"
        maxLength={LIMITS.nameCharacters}
        required
        value={value}
        aria-invalid={missing}
        aria-describedby={missing ? `${id}-missing` : undefined}
        onChange={({ target }) => onChange(target.value)}
      />
      {missing && (
        <p id={`${id}-missing`} className="ds-validation-message" data-field="validation" data-color="danger">
          {m.join_name_missing()}
        </p>
      )}
    </div>
  );
}
