import type { Editor } from 'tldraw';

type Fiber = { readonly return: Fiber | null; readonly memoizedProps: Readonly<Record<string, unknown>> | null };

let found: Editor | null = null;

/** The page's tldraw editor. No page hands it out, so it is read from what React keeps on its elements. */
export function findEditor(): Editor | null {
  if (found !== null) return found;
  const canvas = document.querySelector('.tl-canvas');
  const key = Object.keys(canvas ?? {}).find((name) => name.startsWith('__reactFiber$'));
  if (canvas === null || key === undefined) return null;
  let fiber = (canvas as unknown as Record<string, Fiber | null>)[key] ?? null;
  while (fiber !== null && found === null) {
    found = editorIn(fiber.memoizedProps ?? {});
    fiber = fiber.return;
  }
  return found;
}

function editorIn(props: Readonly<Record<string, unknown>>): Editor | null {
  const candidates = [props['editor'], props['value']];
  const isEditor = (value: unknown) => typeof value === 'object' && value !== null && 'getViewportPageBounds' in value;
  return (candidates.find(isEditor) as Editor | undefined) ?? null;
}

export function editor(): Editor {
  const here = findEditor();
  if (here === null) throw new Error('No canvas is open in this page.');
  return here;
}
