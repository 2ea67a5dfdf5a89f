import { ClockIcon, PersonGroupIcon } from '@navikt/aksel-icons';
import type { Locale, Template } from '@samtavla/templates';
import { useId } from 'react';
import { duration } from '../i18n/duration.ts';
import * as m from '../i18n/generated/messages.js';
import { TemplatePicture } from './template-picture.tsx';

type Props = { template: Template; locale: Locale; checked: boolean; onChoose: () => void };

/** One choice of several: the whole card is the radio button's label. */
export function TemplateCard({ template, locale, checked, onChoose }: Props) {
  const id = useId();
  return (
    <label className="template-card" data-template={template.id} htmlFor={id}>
      <TemplatePicture template={template} />
      <span className="template-card-words">
        <span className="template-card-name">
          <input
            id={id}
            type="radio"
            className="ds-input"
            name="template"
            value={template.id}
            checked={checked}
            aria-describedby={`${id}-about`}
            onChange={onChoose}
          />
          <span lang={locale}>{template.name[locale]}</span>
        </span>
        <span id={`${id}-about`} className="template-card-about">
          <span lang={locale}>{template.description[locale]}</span>
          <span className="template-card-facts">
            <span className="template-card-fact">
              <ClockIcon aria-hidden />
              {template.minutes === null ? m.template_without_clock() : duration(template.minutes)}
            </span>
            <span className="template-card-fact">
              <PersonGroupIcon aria-hidden />
              {peopleOf(template)}
            </span>
          </span>
        </span>
      </span>
    </label>
  );
}

const peopleOf = ({ people: { least, most } }: Template): string =>
  most === null ? m.template_people_any() : m.template_people({ least, most });
