import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { copyWords } from './copy-text.ts';
import { PanelButton } from './panel-button.tsx';

const FORMS = ['text', 'markdown', 'cells'] as const;
type Form = (typeof FORMS)[number];
const NAMES: Readonly<Record<Form, () => string>> = {
  text: m.copy_as_text,
  markdown: m.copy_as_markdown,
  cells: m.copy_as_cells,
};

type Props = { label: string; words: (form: Form) => string };

/** Copies words in the form one chooses, and says whether the browser let it. */
export function CopyAs({ label, words }: Props) {
  const [isCopied, setIsCopied] = useState<boolean | null>(null);
  return (
    <span className="copy-as">
      <PanelButton label={label} face={label}>
        <ul className="choice-list">
          {FORMS.map((form) => (
            <li key={form}>
              <button
                type="button"
                className="ds-button"
                data-variant="tertiary"
                data-size="sm"
                onClick={() => void copyWords(words(form)).then(setIsCopied)}
              >
                {NAMES[form]()}
              </button>
            </li>
          ))}
        </ul>
      </PanelButton>
      <span aria-live="polite">{isCopied !== null && (isCopied ? m.copy_done() : m.copy_failed())}</span>
    </span>
  );
}
