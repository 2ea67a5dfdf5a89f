import { LOCALES } from '@samtavla/templates';
import { useId } from 'react';
import * as m from '../i18n/generated/messages.js';
import { languageName } from '../i18n/language-name.ts';
import { chooseLocale, currentLocale } from '../i18n/locale.ts';

export function LanguageChoice() {
  const id = useId();
  return (
    <span className="language-choice">
      <label className="ds-sr-only" htmlFor={id}>
        {m.language_label()}
      </label>
      <select
        id={id}
        className="ds-input"
        data-size="sm"
        value={currentLocale()}
        onChange={({ target }) => {
          const locale = LOCALES.find((each) => each === target.value);
          if (locale !== undefined) chooseLocale(locale);
        }}
      >
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {languageName(locale)}
          </option>
        ))}
      </select>
    </span>
  );
}
