import { useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';

/** For whoever sees the code on a screen and has come to the address by hand. */
export function CodeForm() {
  const [code, setCode] = useState('');
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<NoReason | null>(null);
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const digits = code.replaceAll(/\D/g, '');
    if (asking || digits === '') return;
    setAsking(true);
    setRefused(null);
    const answer = await api.linkBehindCode(digits);
    setAsking(false);
    if (!answer.ok) return setRefused(answer.reason);
    const { pathname, hash } = new URL(answer.value.link);
    // On the address one came by, and as a link is opened: so that its secret is taken out of the address first of all.
    location.assign(pathname + hash);
  };
  return (
    <form className="code-form" onSubmit={(event) => void go(event)}>
      <label className="ds-label" htmlFor="code">
        {m.code_label()}
      </label>
      <div className="code-form-field">
        <input
          id="code"
          className="ds-input"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
        <button type="submit" className="ds-button" data-variant="secondary" aria-disabled={asking}>
          {m.code_go()}
        </button>
      </div>
      {refused !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {refusalSentence(refused)}
        </p>
      )}
    </form>
  );
}
