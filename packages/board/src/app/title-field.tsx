import { LIMITS, renameBoard } from '@samtavla/protocol';
import { useEffect, useRef, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { OpenDocument } from '../session/open-document.ts';

/** Enter and leaving the field keep the new title, Escape the old. */
export function TitleField({ title, plan, onDone }: { title: string; plan: OpenDocument; onDone: () => void }) {
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
