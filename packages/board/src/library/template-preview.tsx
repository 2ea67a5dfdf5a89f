import type { Locale, Preset, Template } from '@samtavla/templates';
import { duration } from '../i18n/duration.ts';
import * as m from '../i18n/generated/messages.js';

type Props = {
  template: Template;
  preset: Preset | undefined;
  /** The board's. */
  locale: Locale;
};

/** What there will be on the board, and how it is led; nothing of a template that has nothing to show. */
export function TemplatePreview({ template, preset, locale }: Props) {
  if (template.zones.length === 0) return null;
  return (
    <details className="template-preview">
      <summary>{m.preview()}</summary>
      {template.guide !== null && (
        <>
          <h3>{m.guide()}</h3>
          <p lang={locale}>{template.guide[locale]}</p>
        </>
      )}
      <h3>{m.preview_zones()}</h3>
      <ul lang={locale}>
        {template.zones.map(({ id, title, question }) => (
          <li key={id}>
            <strong>{title[locale]}</strong> {question[locale]}
          </li>
        ))}
      </ul>
      {preset !== undefined && preset.phases.length > 0 && (
        <>
          <h3>{m.preview_phases()}</h3>
          <ol lang={locale}>
            {preset.phases.map(({ id, name, minutes }) => (
              <li key={id}>
                {name[locale]}
                {minutes !== null && <span>{duration(minutes)}</span>}
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}
