import { now, type Millis, type Role } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { LinkButton, Question } from './link-button.tsx';
import { fromLocalTime, suggestedEnd, toLocalTime } from './local-time.ts';
import type { LinkChanges } from './use-links.ts';

/** When a link ends, in the person's own language and time zone. */
export function LinkEnd({ endsAt }: { endsAt: Millis | null }) {
  if (endsAt === null) return null;
  const time = new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'full', timeStyle: 'short' }).format(endsAt);
  return <p className="ds-paragraph share-end">{endsAt > now() ? m.share_ends({ time }) : m.share_ended({ time })}</p>;
}

type Props = { of: Role; endsAt: Millis | null; changes: LinkChanges; onDone: () => void };

export function EndQuestion({ of: role, endsAt, changes, onDone }: Props) {
  const input = useId();
  const [value, setValue] = useState(() =>
    toLocalTime(endsAt !== null && endsAt > now() ? endsAt : suggestedEnd(now())),
  );
  const chosen = fromLocalTime(value);
  const end = async (at: Millis | null) => {
    await changes.end(role, at);
    onDone();
  };
  const keep = async () => {
    if (chosen !== null) await end(chosen);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep();
  };
  return (
    <Question text={m.share_end_about()}>
      <form className="share-end-form" onSubmit={submit}>
        <div className="ds-field">
          <label className="ds-label" htmlFor={input}>
            {m.share_end_when()}
          </label>
          <input
            id={input}
            className="ds-input"
            type="datetime-local"
            required
            min={toLocalTime(now())}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        </div>
        <div className="actions">
          <LinkButton onPress={keep} main>
            {m.share_end_keep()}
          </LinkButton>
          {endsAt !== null && <LinkButton onPress={() => end(null)}>{m.share_end_remove()}</LinkButton>}
          <LinkButton onPress={onDone}>{m.share_cancel()}</LinkButton>
        </div>
      </form>
    </Question>
  );
}
