/**
 * Binds the text that is being edited to its fragment, so that people typing in one text merge letter by letter. tldraw makes a
 * new text editor each time a text is opened; which text that is, is known only then.
 */
import { Extension, type AnyExtension, type ExtensionConfig } from '@tiptap/core';
import { tipTapDefaultExtensions, type TLTextOptions } from 'tldraw';
import { ySyncPlugin } from 'y-prosemirror';
import type * as Y from 'yjs';
import type { History } from '../../binding/history.ts';

/** y-prosemirror types its plugin as `any`. */
type Plugins = ReturnType<NonNullable<ExtensionConfig['addProseMirrorPlugins']>>;

export type OpenText = {
  /** The fragment of the text that is being opened; null when it has none. */
  readonly fragment: () => Y.XmlFragment | null;
  readonly history: Pick<History, 'undo' | 'redo'>;
  /** What a screen reader calls the field. */
  readonly label: () => string;
  /** Closes the text if it is a name, which is one line; false for any other. */
  readonly endName: () => boolean;
};

export function textOptions(open: OpenText): Partial<TLTextOptions> {
  return {
    tipTapConfig: {
      extensions: [...defaultsWithoutHistory(), together(open)],
      // tldraw says `true`, which is the start: a letter typed before the focus comes would be last.
      autofocus: 'end',
      editorProps: {
        // tldraw reads it when a text is opened: its name is then in the language of the moment.
        get attributes() {
          return { 'aria-label': open.label() };
        },
      },
    },
  };
}

/** tiptap's own history would take back what others typed. */
const defaultsWithoutHistory = (): AnyExtension[] =>
  (tipTapDefaultExtensions as AnyExtension[]).map((extension) =>
    extension.name === 'starterKit' ? extension.configure({ history: false }) : extension,
  );

function together({ fragment, history, endName }: OpenText) {
  const does = (action: () => void) => () => {
    action();
    return true;
  };
  return Extension.create({
    name: 'together',
    // Before the keys of the text itself.
    priority: 1_000,
    addProseMirrorPlugins: () => {
      const text = fragment();
      return text === null ? [] : ([ySyncPlugin(text)] as Plugins);
    },
    addKeyboardShortcuts: () => ({
      Enter: endName,
      'Mod-z': does(() => history.undo()),
      'Shift-Mod-z': does(() => history.redo()),
      'Mod-y': does(() => history.redo()),
    }),
  });
}
