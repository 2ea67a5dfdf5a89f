import { useId, useRef, useState, type FormEvent, type KeyboardEvent, type RefObject } from 'react';
import * as m from '../../i18n/generated/messages.js';

type Props = {
  /** For whoever else gives it the focus. */
  field?: RefObject<HTMLTextAreaElement | null>;
  label: string;
  lang: string;
  /** What was begun here at an earlier visit. */
  begun: string;
  /** At each keystroke. */
  onBegin: (text: string) => void;
  onWrite: (text: string) => void;
};

/** Note after note without touching anything but the keyboard: Enter adds one, Shift and Enter begin a new line. */
export function WriteNote({ field: given, label, lang, begun, onBegin, onWrite }: Props) {
  const id = useId();
  const [text, setText] = useState(begun);
  const change = (next: string) => {
    setText(next);
    onBegin(next);
  };
  const own = useRef<HTMLTextAreaElement>(null);
  const field = given ?? own;
  const write = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onWrite(text.trim());
    change('');
    field.current?.focus();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) write(event);
  };
  return (
    <form className="write-note" onSubmit={write}>
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        className="ds-input"
        lang={lang}
        rows={2}
        value={text}
        onChange={({ target }) => change(target.value)}
        onKeyDown={keyed}
      />
      <button type="submit" className="ds-button" data-size="sm">
        {m.outline_add()}
      </button>
    </form>
  );
}
