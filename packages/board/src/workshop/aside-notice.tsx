import { useMemo, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import type { Connection } from '../session/connection.ts';
import { notesAside } from '../session/notes-aside.ts';
import { useSignal } from '../session/use-signal.ts';
import { copyWords } from '../ui/copy-text.ts';

type Props = { connection: Connection; aside: Uint8Array; onDiscard: () => void };

/** What one wrote while the board was closed, and nobody else sees: to be read and copied, until it is added by itself. */
export function AsideNotice({ connection, aside, onDiscard }: Props) {
  const link = useSignal(connection.link);
  const [isCopied, setIsCopied] = useState(false);
  const isOnline = link.state === 'online';
  // Before the board has come, nothing of it is known to be there.
  const found = useMemo(
    () => (isOnline ? notesAside(aside, connection.canvas.doc) : null),
    [aside, connection, isOnline],
  );
  if (found === null || found.notes.length + found.others === 0) return null;
  const { notes, others } = found;
  const words = notes.map(({ text }) => text).join('\n\n');
  return (
    <section className="board-notice ds-alert" data-color="warning" data-size="sm" aria-label={m.aside_label()}>
      <output>
        <span className="ds-paragraph">
          <strong>
            {notes.length > 0 ? m.aside_notes({ count: notes.length }) : m.aside_others({ count: others })}
          </strong>{' '}
          {m.aside_text()}
        </span>
      </output>
      {notes.length > 0 && (
        <ul className="aside-notes">
          {notes.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      <div className="actions" data-color="accent">
        {notes.length > 0 && (
          <button
            type="button"
            className="ds-button"
            data-size="sm"
            onClick={() => void copyWords(words).then(setIsCopied)}
          >
            {isCopied ? m.copied() : m.aside_copy()}
          </button>
        )}
        <button type="button" className="ds-button" data-variant="secondary" data-size="sm" onClick={onDiscard}>
          {m.aside_discard()}
        </button>
      </div>
    </section>
  );
}
