import { CheckmarkIcon, FilesIcon } from '@navikt/aksel-icons';
import { useId, useRef, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { copyText } from './copy-text.ts';

/** A text to pass on, with a button that copies it. */
export function CopyField({ label, value, primary = false }: { label: string; value: string; primary?: boolean }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    if (field.current === null) return;
    setCopied(await copyText(field.current));
  };
  return (
    <div className="copy-field">
      <label id={`${id}-label`} className="ds-label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={field}
        id={id}
        className="ds-input"
        readOnly
        value={value}
        onFocus={({ target }) => target.select()}
      />
      <button
        type="button"
        id={`${id}-button`}
        className="ds-button"
        data-variant={primary ? 'primary' : 'secondary'}
        aria-labelledby={`${id}-button ${id}-label`}
        onClick={() => void copy()}
      >
        {copied === true ? <CheckmarkIcon aria-hidden /> : <FilesIcon aria-hidden />}
        {copied === true ? m.copied() : m.copy()}
      </button>
      <output className={copied === false ? 'copy-field-said' : 'ds-sr-only'}>
        {copied === true && m.copied()}
        {copied === false && m.copy_by_hand()}
      </output>
    </div>
  );
}
