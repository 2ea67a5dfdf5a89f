import type { SavedTemplate, TemplateId } from '@samtavla/protocol';
import type { Locale, Template } from '@samtavla/templates';
import { useId, useState } from 'react';
import * as m from '../i18n/generated/messages.js';
import {
  GROUPS,
  SHELVES,
  templatesFor,
  TIMES,
  type Group,
  type Shelf,
  type Time,
  type Wish,
} from './shown-templates.ts';
import { BringIn } from './bring-in.tsx';
import { asTemplate } from './saved-templates.ts';
import { TemplateCard } from './template-card.tsx';

type Props = {
  locale: Locale;
  chosen: string;
  saved: readonly SavedTemplate[];
  onChoose: (template: Template) => void;
  /** A template came in a file. */
  onBrought: (template: TemplateId) => void;
};

export function TemplateGallery({ locale, chosen, saved, onChoose, onBrought }: Props) {
  const [wish, setWish] = useState<Wish>({ shelf: 'common', time: null, group: null });
  const shown = templatesFor(wish, chosen, saved.map(asTemplate));
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  return (
    <fieldset className="template-gallery" data-shelf={wish.shelf}>
      <legend className="ds-heading" data-size="sm">
        {m.gallery_title()}
      </legend>
      <Shelves shelf={wish.shelf} onChoose={(shelf) => change({ shelf })} />
      <div className="gallery-sift">
        <Choice
          label={m.gallery_time()}
          choices={TIMES}
          chosen={wish.time}
          nameOf={timeName}
          onChoose={(time) => change({ time })}
        />
        <Choice
          label={m.gallery_people()}
          choices={GROUPS}
          chosen={wish.group}
          nameOf={groupName}
          onChoose={(group) => change({ group })}
        />
        <output>{m.gallery_count({ count: shown.length })}</output>
      </div>
      {shown.map((template) => (
        <TemplateCard
          key={template.id}
          template={template}
          locale={localeOf(template.id, saved) ?? locale}
          checked={template.id === chosen}
          onChoose={() => onChoose(template)}
        />
      ))}
      {wish.shelf === 'saved' && (
        <div className="gallery-saved">
          <p className="ds-paragraph">{m.saved_about()}</p>
          <BringIn onBrought={onBrought} />
        </div>
      )}
    </fieldset>
  );
}

/** Null for a template that has all languages. */
export const localeOf = (template: string, saved: readonly SavedTemplate[]): Locale | null =>
  saved.find(({ id }) => id === template)?.content.locale ?? null;

const NAMES: Readonly<Record<Shelf, () => string>> = {
  common: m.gallery_common,
  current: m.gallery_current,
  desired: m.gallery_desired,
  measures: m.gallery_measures,
  underway: m.gallery_underway,
  saved: m.gallery_saved,
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

const timeName = (time: Time): string => (time === null ? m.gallery_any_time() : m.gallery_within({ minutes: time }));

function groupName(group: Group): string {
  if (group === null) return m.gallery_any_group();
  if (group === 5) return m.gallery_few();
  return group === 15 ? m.gallery_some() : m.gallery_many();
}

type ChoiceProps<T> = {
  label: string;
  choices: readonly T[];
  chosen: T;
  nameOf: (choice: T) => string;
  onChoose: (choice: T) => void;
};

function Choice<T>({ label, choices, chosen, nameOf, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <span className="gallery-choice">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="ds-input"
        value={choices.indexOf(chosen)}
        onChange={({ target }) => onChoose(choices[Number(target.value)] as T)}
      >
        {choices.map((choice, index) => (
          <option key={nameOf(choice)} value={index}>
            {nameOf(choice)}
          </option>
        ))}
      </select>
    </span>
  );
}
