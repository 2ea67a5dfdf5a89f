/** What tldraw offers that has no place on a board. */
import type { TLUiOverrides } from 'tldraw';

/**
 * - `toggle-lock`, `unlock-all`: there is one lock, which is moving to the plan; tldraw's anyone can undo.
 * - embeds, media and print ask other origins, or for images, which a board does not take yet.
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
const TOOLS = ['asset', 'embed'];

export const overrides: TLUiOverrides = {
  actions: (_editor, actions) => without(actions, ACTIONS),
  tools: (_editor, tools) => without(tools, TOOLS),
};

const without = <T>(all: Record<string, T>, names: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
