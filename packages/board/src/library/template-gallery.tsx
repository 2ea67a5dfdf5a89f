import { TEMPLATES, type Locale } from '@samtavla/templates';
import * as m from '../i18n/generated/messages.js';
import { TemplateCard } from './template-card.tsx';

type Props = { locale: Locale; chosen: string; onChoose: (template: string) => void };

export function TemplateGallery({ locale, chosen, onChoose }: Props) {
  return (
    <fieldset className="template-gallery">
      <legend className="ds-heading" data-size="sm">
        {m.gallery_title()}
      </legend>
      {TEMPLATES.map((template) => (
        <TemplateCard
          key={template.id}
          template={template}
          locale={locale}
          checked={template.id === chosen}
          onChoose={() => onChoose(template.id)}
        />
      ))}
    </fieldset>
  );
}
