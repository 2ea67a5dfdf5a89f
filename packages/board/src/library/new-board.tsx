import { LIMITS, type BoardId } from '@samtavla/protocol';
import { useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';
import { holdNewLink } from '../session/new-link.ts';
import { keepSecretForTab, partsOfLink } from '../session/secret.ts';
import { emptyDraft, requestFor, type BoardDraft } from './board-draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { TemplateGallery } from './template-gallery.tsx';

/** «Lag en tavle»: a template to the left, what the board shall be to the right. */
export function NewBoard({ onMade }: { onMade: (board: BoardId) => void }) {
  const [draft, setDraft] = useState<BoardDraft | null>(null);
  const [making, setMaking] = useState(false);
  const [refused, setRefused] = useState<NoReason | null>(null);
  /** Null until the server has asked for one. */
  const [creationCode, setCreationCode] = useState<string | null>(null);
  // Until the person has touched the form, the board's language follows the page's.
  const shown = draft ?? emptyDraft(currentLocale());
  const change = (part: Partial<BoardDraft>) => setDraft({ ...shown, ...part });

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (making) return;
    setMaking(true);
    setRefused(null);
    const answer = await api.createBoard({ ...requestFor(shown), ...(creationCode?.trim() && { creationCode }) });
    setMaking(false);
    if (!answer.ok) {
      if (answer.reason === 'creation-code-wrong') setCreationCode(creationCode ?? '');
      return setRefused(answer.reason);
    }
    const { board, links } = answer.value;
    const parts = partsOfLink(links.facilitator);
    if (parts !== null) keepSecretForTab(board.id, parts.secret);
    holdNewLink(board.id, links.facilitator);
    onMade(board.id);
  };

  return (
    <form className="new-board" onSubmit={(event) => void make(event)}>
      <TemplateGallery
        locale={currentLocale()}
        chosen={shown.template}
        onChoose={(template) => change({ template, preset: null })}
      />
      <div className="new-board-draft">
        <DraftFields draft={shown} onChange={change} />
        {creationCode !== null && (
          <div className="ds-field">
            <label className="ds-label" htmlFor="creation-code">
              {m.draft_creation_code()}
            </label>
            <input
              id="creation-code"
              className="ds-input"
              autoComplete="off"
              maxLength={LIMITS.creationCodeCharacters}
              value={creationCode}
              onChange={({ target }) => setCreationCode(target.value)}
            />
          </div>
        )}
        {refused !== null && (
          <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
            {refusalSentence(refused)}
          </p>
        )}
        <button type="submit" className="ds-button" aria-disabled={making} data-size="lg">
          {making ? m.new_board_making() : m.new_board_make()}
        </button>
      </div>
    </form>
  );
}
