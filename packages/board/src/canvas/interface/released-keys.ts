import type { Editor } from 'tldraw';

/**
 * A key that comes up is up, wherever the focus has gone meanwhile. tldraw does not listen while a button or a field has the
 * focus: an Escape that ends the writing, and comes up on the button one began from, would count as held, and no later one as
 * pressed. Returns the way to stop.
 */
export function releaseKeys(editor: Editor): () => void {
  const release = ({ key, code }: KeyboardEvent) => {
    editor.inputs.keys.delete(code);
    // tldraw keeps this one by its name.
    if (key === 'Escape') editor.inputs.keys.delete(key);
  };
  window.addEventListener('keyup', release);
  return () => window.removeEventListener('keyup', release);
}
