import { useId, useState, type FormEvent } from 'react';
import * as m from '../i18n/generated/messages.js';

type Props = { label: string; lang: string; onAdd: (text: string) => unknown };

/** A field for a measure more; several in a row without leaving it. */
export function NewMeasure({ label, lang, onAdd }: Props) {
  const id = useId();
  const [text, setText] = useState('');
  const add = (event: FormEvent) => {
    event.preventDefault();
    // What is not taken stays in the field.
    if (text.trim() !== '' && onAdd(text.trim()) !== null) setText('');
  };
  return (
    <form className="new-measure" data-size="sm" onSubmit={add}>
      <label className="ds-label" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="ds-input" lang={lang} value={text} onChange={({ target }) => setText(target.value)} />
      <button type="submit" className="ds-button" aria-disabled={text.trim() === ''}>
        {m.measures_add()}
      </button>
    </form>
  );
}
