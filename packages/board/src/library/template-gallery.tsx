import type { Locale } from '@samtavla/templates';
import { useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import { SHELVES, templatesOn, type Shelf } from './shown-templates.ts';
import { TemplateCard } from './template-card.tsx';

type Props = { locale: Locale; chosen: string; onChoose: (template: string) => void };

export function TemplateGallery({ locale, chosen, onChoose }: Props) {
  const [shelf, setShelf] = useState<Shelf>('common');
  return (
    <fieldset className="template-gallery" data-shelf={shelf}>
      <legend className="ds-heading" data-size="sm">
        {m.gallery_title()}
      </legend>
      <Shelves shelf={shelf} onChoose={setShelf} />
      {templatesOn(shelf, chosen).map((template) => (
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

const NAMES: Readonly<Record<Shelf, () => string>> = {
  common: m.gallery_common,
  current: m.gallery_current,
  desired: m.gallery_desired,
  measures: m.gallery_measures,
  underway: m.gallery_underway,
  all: m.gallery_all,
};

function Shelves({ shelf, onChoose }: { shelf: Shelf; onChoose: (shelf: Shelf) => void }) {
  return (
    <fieldset className="shelves">
      <legend>{m.gallery_shelves()}</legend>
      {SHELVES.map((each) => (
        <button
          key={each}
          type="button"
          className="ds-button"
          data-variant="secondary"
          data-size="sm"
          aria-pressed={each === shelf}
          onClick={() => onChoose(each)}
        >
          {NAMES[each]()}
        </button>
      ))}
    </fieldset>
  );
}
