/** Joins, and makes a note with its text through the editor, which the page mounts when its store is whole. */
import { wallClock } from '../../lib/wall-clock.ts';
import { findEditor } from '../../canvas/pages/lookout/find-editor.ts';
import { NOTE, type Joined } from '../finger-api.ts';
import { buttonNamed } from './by-name.ts';
import { onceThere } from './once-there.ts';

type Editor = NonNullable<ReturnType<typeof findEditor>>;

globalThis.joined = join();

async function join(): Promise<Joined> {
  (await onceThere(() => buttonNamed('Join'))).click();
  const readyAt = await onceThere(written);
  return { openedAt: performance.timeOrigin, readyAt };
}

/** When it was possible, for then it is done; null as long as it is not. */
function written(): number | null {
  const editor = findEditor();
  if (editor === null) return null;
  const at = wallClock();
  const before = editor.getCurrentPageShapeIds().size;
  write(editor);
  return editor.getCurrentPageShapeIds().size > before ? at : null;
}

function write(editor: Editor): void {
  const { x, y } = editor.getViewportPageBounds().center;
  const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: NOTE }] }] };
  editor.createShape({ type: 'note', x, y, props: { richText } });
}
