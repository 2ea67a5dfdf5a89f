import { VISIBILITIES, type Visibility } from '@samtavla/protocol';
import { useId } from 'react';
import * as m from '../i18n/generated/messages.js';

const NAMES: Readonly<Record<Visibility, () => string>> = {
  link: m.template_for_link,
  everyone: m.template_for_everyone,
};

/** Who finds a saved template. */
export function VisibilityChoice({ value, onChange }: { value: Visibility; onChange: (next: Visibility) => void }) {
  const name = useId();
  return (
    <fieldset className="draft-presets">
      <legend className="ds-label">{m.template_visibility()}</legend>
      {VISIBILITIES.map((each) => (
        <label key={each} className="draft-preset">
          <input
            type="radio"
            className="ds-input"
            name={name}
            checked={value === each}
            onChange={() => onChange(each)}
          />
          {NAMES[each]()}
        </label>
      ))}
    </fieldset>
  );
}
