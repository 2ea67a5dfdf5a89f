import { PencilIcon } from '@navikt/aksel-icons';
import { LIMITS, renameBoard } from '@samtavla/protocol';
import { useEffect, useRef, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { OpenDocument } from '../session/open-document.ts';

type Props = {
  title: string;
  plan: OpenDocument;
  locale: string;
  renaming: boolean;
  onRenaming: (renaming: boolean) => void;
};

/** The board's title; who may write the plan renames the board by it. */
export function BoardTitle({ title, plan, locale, renaming, onRenaming }: Props) {
  if (renaming) return <TitleField title={title} plan={plan} onDone={() => onRenaming(false)} />;
  return (
    <div className="board-title">
      <h1 lang={locale} title={title}>
        {title}
      </h1>
      {plan.writable && (
        <button
          type="button"
          className="ds-button"
          data-variant="tertiary"
          data-icon="true"
          aria-label={m.rename()}
          title={m.rename()}
          onClick={() => onRenaming(true)}
        >
          <PencilIcon aria-hidden />
        </button>
      )}
    </div>
  );
}

/** Enter and leaving the field keep the new title, Escape the old. */
function TitleField({ title, plan, onDone }: { title: string; plan: OpenDocument; onDone: () => void }) {
  const [draft, setDraft] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const keep = () => {
    const next = draft.trim();
    if (next !== '' && next !== title) renameBoard(plan.doc, next);
    onDone();
  };
  return (
    <input
      ref={field}
      className="ds-input board-title-field"
      aria-label={m.rename_label()}
      maxLength={LIMITS.titleCharacters}
      value={draft}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === 'Enter') keep();
        if (key === 'Escape') onDone();
      }}
    />
  );
}
