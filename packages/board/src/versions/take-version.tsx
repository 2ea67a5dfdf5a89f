import { LIMITS, type JoinResponse } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { versionApi } from '../session/version-api.ts';

type Props = { joined: JoinResponse; onTaken: (name: string) => void };

/** «Ta vare på tavla nå», under a name. */
export function TakeVersion({ joined: { board, token }, onTaken }: Props) {
  const id = useId();
  const [name, setName] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const take = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === '') return setProblem(m.versions_name_missing());
    setIsBusy(true);
    const answer = await versionApi.takeVersion(board.id, name, token);
    setIsBusy(false);
    if (!answer.ok) return setProblem(refusalSentence(answer.reason));
    setProblem(null);
    setName('');
    onTaken(answer.value.name ?? name);
  };

  return (
    <form className="take-version" onSubmit={(event) => void take(event)}>
      <label className="ds-label" htmlFor={id}>
        {m.versions_name()}
      </label>
      <input
        id={id}
        className="ds-input"
        autoComplete="off"
        maxLength={LIMITS.versionNameCharacters}
        value={name}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="ds-button" aria-disabled={isBusy}>
        {m.versions_take()}
      </button>
      <p id={`${id}-problem`} className={problem === null ? 'ds-sr-only' : 'take-version-problem'} role="alert">
        {problem}
      </p>
    </form>
  );
}
