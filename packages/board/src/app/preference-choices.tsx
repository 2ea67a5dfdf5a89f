import { useId } from 'react';
import * as m from '../i18n/generated/messages.js';
import { PREFERENCES, type Preference, type Preferences } from '../session/preferences.ts';
import { useSignal } from '../session/use-signal.ts';

const NAMES: Readonly<Record<Preference, () => string>> = {
  news: m.prefer_news,
  sound: m.prefer_sound,
  cursors: m.prefer_cursors,
  shortcuts: m.prefer_shortcuts,
};

/** What a person may switch off. */
export function PreferenceChoices({ preferences }: { preferences: Preferences }) {
  const id = useId();
  const on = useSignal(preferences);
  return (
    <fieldset className="preferences">
      <legend className="ds-sr-only">{m.prefer_label()}</legend>
      {PREFERENCES.map((each) => (
        <div key={each} className="ds-field">
          <input
            id={`${id}-${each}`}
            type="checkbox"
            className="ds-input"
            checked={on.has(each)}
            onChange={({ target }) => preferences.turn(each, target.checked)}
          />
          <label className="ds-label" data-weight="regular" htmlFor={`${id}-${each}`}>
            {NAMES[each]()}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
