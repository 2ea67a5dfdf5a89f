import { LIMITS } from '@samtavla/protocol';
import { LOCALES, type Template } from '@samtavla/templates';
import { useId } from 'react';
import * as m from '../i18n/generated/messages.js';
import { languageName } from '../i18n/language-name.ts';
import { currentLocale } from '../i18n/locale.ts';
import { chosenPreset, presetOf, titleOf, type BoardDraft } from './board-draft.ts';
import { TemplatePreview } from './template-preview.tsx';

type Props = { draft: BoardDraft; template: Template; isSaved: boolean; onChange: (part: Partial<BoardDraft>) => void };

export function DraftFields({ draft, template, isSaved, onChange }: Props) {
  const id = useId();
  return (
    <>
      <h2 className="ds-heading" data-size="xs">
        {m.draft_title()}
      </h2>
      <div className="ds-field">
        <label className="ds-label" htmlFor={`${id}-title`}>
          {m.draft_name()}
        </label>
        <textarea
          id={`${id}-title`}
          className="ds-input"
          rows={2}
          maxLength={LIMITS.titleCharacters}
          value={titleOf(draft, template)}
          onChange={({ target }) => onChange({ title: target.value.replaceAll('\n', ' ') })}
        />
      </div>
      <PresetChoice draft={draft} template={template} onChange={onChange} />
      <TemplatePreview template={template} preset={chosenPreset(draft, template)} locale={draft.locale} />
      <div className="ds-field">
        <label className="ds-label" htmlFor={`${id}-locale`}>
          {m.draft_locale()}
        </label>
        <select
          id={`${id}-locale`}
          className="ds-input"
          value={draft.locale}
          disabled={isSaved}
          onChange={({ target }) => onChange({ locale: LOCALES.find((each) => each === target.value) ?? draft.locale })}
        >
          {LOCALES.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {languageName(locale)}
            </option>
          ))}
        </select>
      </div>
      <div className="ds-field">
        <input
          id={`${id}-anonymous`}
          type="checkbox"
          className="ds-input"
          checked={draft.anonymous}
          aria-describedby={`${id}-anonymous-about`}
          onChange={({ target }) => onChange({ anonymous: target.checked })}
        />
        <label className="ds-label" data-weight="regular" htmlFor={`${id}-anonymous`}>
          {m.draft_anonymous()}
        </label>
        <p id={`${id}-anonymous-about`} data-field="description" className="draft-hint">
          {m.draft_anonymous_about()}
        </p>
      </div>
    </>
  );
}

/** Only where the template has more than one order to choose from. */
function PresetChoice({ draft, template, onChange }: Omit<Props, 'isSaved'>) {
  const { presets } = template;
  if (presets.length < 2) return null;
  return (
    <fieldset className="draft-presets">
      <legend className="ds-label">{m.draft_preset()}</legend>
      {presets.map(({ id, name }) => (
        <label key={id} className="draft-preset">
          <input
            type="radio"
            className="ds-input"
            name="preset"
            checked={presetOf(draft, template) === id}
            onChange={() => onChange({ preset: id })}
          />
          {name[currentLocale()]}
        </label>
      ))}
    </fieldset>
  );
}
