import type { CreateBoardRequest } from '@samtavla/protocol';
import { DEFAULT_TEMPLATE_ID, templateById, type Locale, type Preset, type Template } from '@samtavla/templates';

/** A board before it is made. */
export type BoardDraft = {
  readonly template: string;
  readonly preset: string | null;
  readonly locale: Locale;
  /** What the person wrote; null as long as the template's own name will do. */
  readonly title: string | null;
  readonly anonymous: boolean;
};

export const emptyDraft = (locale: Locale): BoardDraft => ({
  template: DEFAULT_TEMPLATE_ID,
  preset: null,
  locale,
  title: null,
  anonymous: false,
});

/** The template of a draft; until a saved one has come, or when it is gone, what is chosen when nothing is. */
export function templateOf(draft: BoardDraft, saved: readonly Template[]): Template {
  const found = templateById(draft.template) ?? saved.find(({ id }) => id === draft.template);
  return found ?? (templateById(DEFAULT_TEMPLATE_ID) as Template);
}

/** The title in the field: the template's name in the board's language, until the person writes one. */
export const titleOf = (draft: BoardDraft, template: Template): string => draft.title ?? template.name[draft.locale];

/** The preset that is chosen, or else the template's first. */
export const chosenPreset = (draft: BoardDraft, { presets }: Template): Preset | undefined =>
  presets.find(({ id }) => id === draft.preset) ?? presets[0];

export const presetOf = (draft: BoardDraft, template: Template): string | undefined =>
  chosenPreset(draft, template)?.id;

export function requestFor(draft: BoardDraft, template: Template): CreateBoardRequest {
  const preset = presetOf(draft, template);
  const title = titleOf(draft, template).trim();
  return {
    template: template.id,
    locale: draft.locale,
    anonymous: draft.anonymous,
    ...(preset !== undefined && { preset }),
    ...(title !== '' && { title }),
  };
}
