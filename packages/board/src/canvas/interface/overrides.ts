/** What tldraw offers that has no place on a board. */
import type { Locale } from '@samtavla/templates';
import type { Editor, TLUiOverrides, TLUiToolItem } from 'tldraw';
import * as m from '../../i18n/generated/messages.js';
import { plainHttpActions } from './plain-http-clipboard.ts';
import { tldrawLocale, type Translations } from './translations.ts';

/**
 * - `toggle-lock`, `unlock-all`: there is one lock, which is moving to the plan; tldraw's anyone can undo.
 * - embeds and print ask other origins; `insert-media` is in the toolbar, and there alone it says what it takes.
 */
const ACTIONS = [
  'toggle-lock',
  'unlock-all',
  'insert-embed',
  'insert-media',
  'convert-to-embed',
  'convert-to-bookmark',
  'toggle-debug-mode',
  'print',
];
/** A board has zones where tldraw has frames. */
const TOOLS = ['embed', 'frame'];

/** tldraw reads a shape's kind aloud by these keys; its own kinds it knows itself. Its tool for images is one for videos too. */
const kinds = {
  'tool.media': m.kind_image,
  'tool.board-note': m.kind_note,
  'tool.theme': m.kind_theme,
  'tool.measure': m.measures_new,
  'tool.zone': m.kind_zone,
};
const kindsIn = (locale: Locale) =>
  Object.fromEntries(Object.entries(kinds).map(([key, name]) => [key, name({}, { locale })]));

export function overridesIn(locale: Locale, translations: Translations): TLUiOverrides {
  const messages = { ...translations, ...kindsIn(locale) };
  return {
    // tldraw begins with `en` whatever the language.
    translations: { en: messages, [tldrawLocale(locale)]: messages },
    actions: (editor, actions) => plainHttpActions(editor, without(actions, ACTIONS)),
    tools: (editor, tools) => ({ ...without(tools, TOOLS), theme: themeTool(editor), measure: measureTool(editor) }),
  };
}

const themeTool = (editor: Editor): TLUiToolItem => ({
  id: 'theme',
  label: 'tool.theme',
  icon: 'heading',
  kbd: 'shift+t',
  onSelect: () => void editor.setCurrentTool('theme'),
});

const measureTool = (editor: Editor): TLUiToolItem => ({
  id: 'measure',
  label: 'tool.measure',
  icon: 'geo-check-box',
  kbd: 'shift+m',
  onSelect: () => void editor.setCurrentTool('measure'),
});

const without = <T>(all: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
