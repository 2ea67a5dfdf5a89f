import { LIMITS, type JoinResponse } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { versionApi } from '../session/version-api.ts';

type Props = { joined: JoinResponse; lang: string; suggested: string; onEnded: (name: string) => void };

/** A gathering is over: what the board came to is kept under its name, for the next one to be compared with. */
export function EndGathering({ joined: { board, token }, lang, suggested, onEnded }: Props) {
  const id = useId();
  const [name, setName] = useState(suggested);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const end = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (name.trim() === '') return setProblem(m.versions_name_missing());
    setIsBusy(true);
    const answer = await versionApi.endGathering(board.id, name, token);
    setIsBusy(false);
    if (!answer.ok) return setProblem(refusalSentence(answer.reason));
    setProblem(null);
    onEnded(answer.value.name ?? name);
  };

  return (
    <form className="new-measure end-gathering" onSubmit={(event) => void end(event)}>
      <h3 className="ds-heading" data-size="2xs">
        {m.since_end_title()}
      </h3>
      <p id={`${id}-about`} className="measure-hint">
        {m.since_end_about()}
      </p>
      <label className="ds-label" htmlFor={id}>
        {m.since_end_name()}
      </label>
      <input
        id={id}
        className="ds-input"
        lang={lang}
        autoComplete="off"
        maxLength={LIMITS.versionNameCharacters}
        value={name}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-about ${id}-problem`}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="ds-button" aria-disabled={isBusy}>
        {m.since_end()}
      </button>
      <p id={`${id}-problem`} className={problem === null ? 'ds-sr-only' : 'end-gathering-problem'} role="alert">
        {problem}
      </p>
    </form>
  );
}
