import type * as Y from 'yjs';

/** The documents' layout. A server refuses clients that know only an older one, before they can write a wrong key. */
export const LAYOUT_VERSION = 2;

const about = (doc: Y.Doc) => doc.getMap<unknown>('about');

export const stampLayout = (doc: Y.Doc): void => {
  about(doc).set('layout', LAYOUT_VERSION);
};

/** The layout a document was seeded with; null where nobody seeded it. */
export function layoutOf(doc: Y.Doc): number | null {
  const layout = about(doc).get('layout');
  return typeof layout === 'number' ? layout : null;
}
