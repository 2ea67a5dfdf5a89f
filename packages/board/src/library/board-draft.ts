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

export function templateOf(draft: BoardDraft): Template {
  const template = templateById(draft.template);
  if (template === undefined) throw new Error(`The gallery has no template "${draft.template}".`);
  return template;
}

/** The title in the field: the template's name in the board's language, until the person writes one. */
export const titleOf = (draft: BoardDraft): string => draft.title ?? templateOf(draft).name[draft.locale];

/** The preset that is chosen, or else the template's first. */
export const chosenPreset = (draft: BoardDraft): Preset | undefined =>
  templateOf(draft).presets.find(({ id }) => id === draft.preset) ?? templateOf(draft).presets[0];

export const presetOf = (draft: BoardDraft): string | undefined => chosenPreset(draft)?.id;

export function requestFor(draft: BoardDraft): CreateBoardRequest {
  const preset = presetOf(draft);
  const title = titleOf(draft).trim();
  return {
    template: draft.template,
    locale: draft.locale,
    anonymous: draft.anonymous,
    ...(preset !== undefined && { preset }),
    ...(title !== '' && { title }),
  };
}
