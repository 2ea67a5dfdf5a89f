import * as m from '../i18n/generated/messages.js';

/** Shown only after a moment, by its style: what comes at once needs no sign of waiting. */
export function Waiting() {
  return (
    <output className="waiting">
      <svg className="ds-spinner" viewBox="0 0 50 50" aria-hidden="true">
        <circle className="ds-spinner__background" cx="25" cy="25" r="20" fill="none" strokeWidth="5" />
        <circle className="ds-spinner__circle" cx="25" cy="25" r="20" fill="none" strokeWidth="5" />
      </svg>
      {m.waiting()}
    </output>
  );
}
