import { LIMITS, type BoardVersion, type JoinResponse } from '@samtavla/protocol';
import { useId, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import * as m from '../i18n/generated/messages.js';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { versionApi } from '../session/version-api.ts';
import type { NoReason } from '../session/ask.ts';
import { holdNewLink } from '../session/new-link.ts';
import { keepSecretForTab, partsOfLink } from '../session/secret.ts';
import { LoginLink } from '../ui/login-link.tsx';

type Props = { version: BoardVersion; joined: JoinResponse; title: string; onDismiss: () => void };

/** A new board of an old version; its link is shown once, as a new board's is. */
export function CopyVersion({ version, joined, title, onDismiss }: Props) {
  const id = useId();
  const [, navigate] = useLocation();
  const [newTitle, setNewTitle] = useState(() => m.version_copy_of({ title }).slice(0, LIMITS.titleCharacters));
  const [isBusy, setIsBusy] = useState(false);
  const [refused, setRefused] = useState<NoReason | null>(null);
  /** Null until the server has asked for one. */
  const [creationCode, setCreationCode] = useState<string | null>(null);

  const copy = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setIsBusy(true);
    const answer = await versionApi.copyBoard(
      joined.board.id,
      {
        version: version.id,
        ...(newTitle.trim() !== '' && { title: newTitle }),
        ...(creationCode?.trim() && { creationCode }),
      },
      joined.token,
    );
    setIsBusy(false);
    if (!answer.ok) {
      if (answer.reason === 'creation-code-wrong') setCreationCode(creationCode ?? '');
      return setRefused(answer.reason);
    }
    const { board, links } = answer.value;
    const parts = partsOfLink(links.facilitator);
    if (parts !== null) keepSecretForTab(board.id, parts.secret);
    holdNewLink(board.id, links.facilitator);
    navigate(`/t/${board.id}`);
  };

  return (
    <form className="copy-version" onSubmit={(event) => void copy(event)}>
      <p className="ds-paragraph">{m.version_copy_about()}</p>
      <Field id={id} label={m.version_copy_title()} most={LIMITS.titleCharacters} value={newTitle} set={setNewTitle} />
      {creationCode !== null && (
        <Field
          id={`${id}-code`}
          label={m.draft_creation_code()}
          most={LIMITS.creationCodeCharacters}
          value={creationCode}
          set={setCreationCode}
        />
      )}
      {refused !== null && (
        <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
          {refusalSentence(refused)}
        </p>
      )}
      <div className="actions">
        {refused === 'login-needed' ? (
          <LoginLink back={`/t/${joined.board.id}`} />
        ) : (
          <button type="submit" className="ds-button" aria-disabled={isBusy}>
            {m.version_copy()}
          </button>
        )}
        <button type="button" className="ds-button" data-variant="secondary" onClick={onDismiss}>
          {m.share_cancel()}
        </button>
      </div>
    </form>
  );
}

type FieldProps = { id: string; label: string; most: number; value: string; set: (value: string) => void };

function Field({ id, label, most, value, set }: FieldProps) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="ds-input"
        autoComplete="off"
        maxLength={most}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </div>
  );
}
