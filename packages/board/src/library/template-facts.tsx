import { LIMITS, type EditTemplateRequest } from '@samtavla/protocol';
import { useId } from 'react';
import * as m from '../i18n/generated/messages.js';
import { VisibilityChoice } from './visibility-choice.tsx';

type Props = {
  facts: EditTemplateRequest;
  onChange: (part: Partial<EditTemplateRequest>) => void;
  /** Enter in the name, where the fields stand in the form of something else. */
  onEnter?: () => void;
};

/** What a saved template is called, what it is for, and who finds it. */
export function TemplateFacts({ facts, onChange, onEnter }: Props) {
  const id = useId();
  return (
    <>
      <div className="ds-field">
        <label className="ds-label" htmlFor={`${id}-name`}>
          {m.template_name()}
        </label>
        <input
          id={`${id}-name`}
          className="ds-input"
          autoComplete="off"
          maxLength={LIMITS.titleCharacters}
          value={facts.name}
          onChange={({ target }) => onChange({ name: target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || onEnter === undefined) return;
            event.preventDefault();
            onEnter();
          }}
        />
      </div>
      <div className="ds-field">
        <label className="ds-label" htmlFor={`${id}-about`}>
          {m.template_description()}
        </label>
        <textarea
          id={`${id}-about`}
          className="ds-input"
          rows={3}
          maxLength={LIMITS.templateWords}
          value={facts.description}
          onChange={({ target }) => onChange({ description: target.value })}
        />
      </div>
      <VisibilityChoice value={facts.visibility} onChange={(visibility) => onChange({ visibility })} />
    </>
  );
}
