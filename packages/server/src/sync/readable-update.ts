import * as Y from 'yjs';

/** Values deeper than this are no whiteboard's; somewhere beyond ten thousand, whoever reads them runs out of stack. */
const DEPTH = 64;

/**
 * Whether Yjs can decode an update (V1) to its end, and everyone who gets it can. Subdocuments are refused: nothing here uses
 * them, and each would be a document in memory.
 */
export function isReadableUpdate(update: Uint8Array): boolean {
  try {
    return Y.decodeUpdate(update).structs.every(
      (struct) => !(struct instanceof Y.Item) || isReadableContent(struct.content),
    );
  } catch {
    return false;
  }
}

function isReadableContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return !isDeeper(content.arr, DEPTH);
  if (content instanceof Y.ContentFormat) return !isDeeper(content.value, DEPTH);
  if (content instanceof Y.ContentEmbed) return !isDeeper(content.embed, DEPTH);
  return !(content instanceof Y.ContentDoc);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}
