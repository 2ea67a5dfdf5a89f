/** Shapes from a canvas' clipboard, this board's or another's. Any page can put such there: of what it holds, only shapes are taken. */
import type { Editor, TLAssetId, TLContent, TLShape } from 'tldraw';
import { TYPES_LEFT_OUT } from '../board-store.ts';
import { assetIdOf, isImage, storeAssetId } from './image-asset.ts';
import type { ImageProblem } from './image-problem.ts';
import type { ImageParts } from './insert-images.ts';
import { prepareImage } from './prepare-image.ts';

type Found = { readonly ok: true; readonly id: TLAssetId } | { readonly ok: false; readonly problem: ImageProblem };

/** What of it may stand on this board; an image of another board is uploaded to this one, or left out and told. */
export async function pastedShapes(editor: Editor, parts: ImageParts, content: TLContent): Promise<TLContent> {
  const ids = new Set(content.shapes.flatMap((shape) => (isImage(shape) ? (shape.props.assetId ?? []) : [])));
  const assets = new Map<TLAssetId, TLAssetId>();
  const problems = new Set<ImageProblem>();
  for (const id of ids) {
    const found = await assetFor(editor, parts, content, id);
    if (found.ok) assets.set(id, found.id);
    else problems.add(found.problem);
  }
  for (const problem of problems) parts.tell(problem);

  const shapes = content.shapes.flatMap((shape) => onBoard(shape, assets) ?? []);
  const kept = new Set<string>(shapes.map(({ id }) => id));
  return {
    ...content,
    shapes,
    // They are made from the shapes.
    assets: [],
    rootShapeIds: content.rootShapeIds.filter((id) => kept.has(id)),
    bindings: (content.bindings ?? []).filter(({ fromId, toId }) => kept.has(fromId) && kept.has(toId)),
  };
}

function onBoard(shape: TLShape, assets: ReadonlyMap<TLAssetId, TLAssetId>): TLShape | null {
  if (TYPES_LEFT_OUT.has(shape.type)) return null;
  if (!isImage(shape)) return shape;
  const assetId = shape.props.assetId === null ? undefined : assets.get(shape.props.assetId);
  return assetId === undefined ? null : { ...shape, props: { ...shape.props, assetId } };
}

async function assetFor(editor: Editor, parts: ImageParts, { assets }: TLContent, id: TLAssetId): Promise<Found> {
  const own = assetIdOf(id);
  if (own !== null && editor.store.has(id)) return { ok: true, id };
  if (!parts.isOnline()) return { ok: false, problem: 'offline' };
  // Copied where the browser has a clipboard, an image brings its bytes along.
  const src = assets.find((asset) => asset.id === id)?.props.src;
  if (src?.startsWith('data:image/') === true) return uploaded(parts, await (await fetch(src)).blob());
  const isHere = own !== null && (await parts.images.urlOf(own)) !== null;
  return isHere ? { ok: true, id } : { ok: false, problem: 'elsewhere' };
}

async function uploaded({ images }: ImageParts, file: Blob): Promise<Found> {
  const prepared = await prepareImage(file);
  if (typeof prepared === 'string') return { ok: false, problem: prepared };
  const answer = await images.upload(prepared.image);
  return answer.ok ? { ok: true, id: storeAssetId(answer.value) } : { ok: false, problem: answer.reason };
}
