import { LIMITS, type BoardId, type TemplateId } from '@samtavla/protocol';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';
import { currentLocale } from '../i18n/locale.ts';
import { refusalSentence } from '../i18n/refusal-sentence.ts';
import { api } from '../session/api.ts';
import type { NoReason } from '../session/ask.ts';
import { holdNewLink } from '../session/new-link.ts';
import { keepSecretForTab, partsOfLink } from '../session/secret.ts';
import { LoginLink } from '../ui/login-link.tsx';
import { emptyDraft, requestFor, templateOf, type BoardDraft } from './board-draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { dropDraft, keepDraft, keptDraft } from './kept-draft.ts';
import { SavedTemplateTools } from './saved-template-tools.tsx';
import { asTemplate, useSavedTemplates } from './saved-templates.ts';
import { localeOf, TemplateGallery } from './template-gallery.tsx';
import { loginTrouble, useLogin, type Login } from './use-login.ts';

type Props = {
  onMade: (board: BoardId) => void;
  /** The saved template that a link leads to. */
  linked?: TemplateId;
};

/** «Lag en tavle»: a template to the left, what the board shall be to the right. */
export function NewBoard({ onMade, linked }: Props) {
  const [brought, setBrought] = useState<readonly TemplateId[]>(linked === undefined ? [] : [linked]);
  const [draft, setDraft] = useState<BoardDraft | null>(() =>
    linked === undefined ? keptDraft() : { ...emptyDraft(currentLocale()), template: linked },
  );
  const { saved, problem, fetchAgain } = useSavedTemplates(brought);
  const [making, setMaking] = useState(false);
  const [refused, setRefused] = useState<NoReason | null>(() => loginTrouble(location.search));
  /** Null until the server has asked for one. */
  const [creationCode, setCreationCode] = useState<string | null>(null);
  const login = useLogin();
  const { logInLink, makeButton } = useFocusAfterLogin(login, draft);
  // Until the person has touched the form, the board's language follows the page's.
  const asked = draft ?? emptyDraft(currentLocale());
  const template = templateOf(asked, saved.map(asTemplate));
  // A saved template has one language.
  const shown = { ...asked, locale: localeOf(template.id, saved) ?? asked.locale };
  const own = saved.find(({ id }) => id === template.id);
  const change = (part: Partial<BoardDraft>) => setDraft({ ...shown, ...part });

  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (making) return;
    setMaking(true);
    setRefused(null);
    const answer = await api.createBoard({
      ...requestFor(shown, template),
      ...(creationCode?.trim() && { creationCode }),
    });
    setMaking(false);
    if (!answer.ok) {
      if (answer.reason === 'creation-code-wrong') setCreationCode(creationCode ?? '');
      if (answer.reason === 'login-needed') login.isNeeded();
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
        chosen={template.id}
        saved={saved}
        onChoose={({ id }) => change({ template: id, preset: null })}
        onBrought={(id) => {
          setBrought([id, ...brought]);
          change({ template: id, preset: null });
        }}
      />
      <div className="new-board-draft">
        {problem !== null && (
          <p className="ds-alert" data-color="warning" data-size="sm" role="alert">
            {refusalSentence(problem)}
          </p>
        )}
        <DraftFields draft={shown} template={template} isSaved={own !== undefined} onChange={change} />
        {own !== undefined && (
          <SavedTemplateTools
            key={own.id}
            template={own}
            onChanged={() => void fetchAgain()}
            onGone={() => {
              setBrought(brought.filter((id) => id !== own.id));
              change({ template: emptyDraft('nb').template, preset: null });
            }}
          />
        )}
        {creationCode !== null && <CreationCode value={creationCode} onChange={setCreationCode} />}
        {refused !== null && (
          <p className="ds-alert" data-color="danger" data-size="sm" role="alert">
            {refusalSentence(refused)}
          </p>
        )}
        {login.state === 'needed' ? (
          <LoginLink ref={logInLink} back="/" onFollow={() => keepDraft(shown)} />
        ) : (
          <button ref={makeButton} type="submit" className="ds-button" aria-disabled={making} data-size="lg">
            {making ? m.new_board_making() : m.new_board_make()}
          </button>
        )}
        {login.state === 'done' && (
          <p className="ds-paragraph logged-in" data-size="sm">
            {m.logged_in()}{' '}
            <button
              type="button"
              className="ds-button"
              data-variant="tertiary"
              data-size="sm"
              onClick={() => void login.logOut().then(setRefused)}
            >
              {m.log_out()}
            </button>
          </p>
        )}
      </div>
    </form>
  );
}

function CreationCode({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const id = useId();
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={id}>
        {m.draft_creation_code()}
      </label>
      <input
        id={id}
        className="ds-input"
        autoComplete="off"
        maxLength={LIMITS.creationCodeCharacters}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

/** Whoever comes back from logging in goes on where they were: at the draft, by the button that makes it a board. */
function useFocusAfterLogin({ state }: Login, draft: BoardDraft | null) {
  const logInLink = useRef<HTMLAnchorElement>(null);
  const makeButton = useRef<HTMLButtonElement>(null);
  const cameBack = useRef(draft !== null);
  useEffect(() => {
    dropDraft();
    if (loginTrouble(location.search) !== null) history.replaceState(history.state, '', location.pathname);
  }, []);
  useEffect(() => {
    if (!cameBack.current || state === null) return;
    cameBack.current = false;
    (logInLink.current ?? makeButton.current)?.focus();
  }, [state]);
  return { logInLink, makeButton };
}
