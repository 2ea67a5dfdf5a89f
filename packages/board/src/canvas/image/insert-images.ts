/** Images from outside: made ready, sent to the server, and only then put on the board. */
import type { AssetId } from '@samtavla/protocol';
import { NOTE_GAP, NOTE_SIDE } from '@samtavla/templates';
import { createShapeId, type Editor, type TLImageShape, type TLShapeId, type VecLike } from 'tldraw';
import type { NoReason } from '../../session/ask.ts';
import type { BoardImages } from './board-images.ts';
import { fitWithin } from './image-kind.ts';
import { isImage, storeAssetId } from './image-asset.ts';
import type { ImageProblem } from './image-problem.ts';
import { showPending } from './pending-images.tsx';
import { prepareImage, type PreparedImage } from './prepare-image.ts';
import { isAtDesk } from '../desk/own-desk.ts';

export type ImageParts = {
  readonly images: BoardImages;
  readonly isOnline: () => boolean;
  /** Tells the person why an image did not come onto the board. */
  readonly tell: (problem: ImageProblem) => void;
};

/** As wide as three notes beside each other: something to look at together, with room for notes about it. */
const LONGEST_SIDE = 3 * NOTE_SIDE + 2 * NOTE_GAP;

/** One after another, side by side around the point. What does not come onto the board is told, a reason once. */
export async function insertImages(
  editor: Editor,
  parts: ImageParts,
  files: readonly Blob[],
  point: VecLike = editor.getViewportPageBounds().center,
): Promise<void> {
  if (!mayInsert(editor, parts)) return;
  const problems = new Set<ImageProblem>();
  let left: number | null = null;
  for (const file of files) {
    const prepared = await prepareImage(file);
    if (typeof prepared === 'string') {
      problems.add(prepared);
      continue;
    }
    const { w, h } = fitWithin({ width: prepared.w, height: prepared.h }, LONGEST_SIDE);
    const x: number = left ?? point.x - w / 2;
    const problem = await place(editor, parts, prepared, { x, y: point.y - h / 2, w, h });
    if (problem === null) left = x + w + NOTE_GAP;
    else problems.add(problem);
  }
  for (const problem of problems) parts.tell(problem);
}

/** Puts another image into the place of one that stands on the board. */
export async function replaceImage(editor: Editor, parts: ImageParts, file: Blob, shapeId: TLShapeId): Promise<void> {
  if (!mayInsert(editor, parts)) return;
  const prepared = await prepareImage(file);
  if (typeof prepared === 'string') return parts.tell(prepared);
  const answer = await parts.images.upload(prepared.image);
  if (!answer.ok) return parts.tell(answer.reason);
  const shape = editor.getShape(shapeId);
  if (shape === undefined || !isImage(shape)) return;
  const { w } = shape.props;
  const props = { assetId: storeAssetId(answer.value), crop: null, altText: '', w, h: (w * prepared.h) / prepared.w };
  editor.markHistoryStoppingPoint('replace image');
  editor.updateShape<TLImageShape>({ id: shape.id, type: 'image', props });
}

function mayInsert(editor: Editor, { isOnline, tell }: ImageParts): boolean {
  if (editor.getIsReadonly() || isAtDesk(editor)) return false;
  if (!isOnline()) tell('offline');
  return isOnline();
}

type ShapeBox = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };

async function place(
  editor: Editor,
  { images }: ImageParts,
  { image }: PreparedImage,
  box: ShapeBox,
): Promise<NoReason | null> {
  const hide = showPending(editor, image, box);
  const answer = await images.upload(image);
  hide();
  if (!answer.ok) return answer.reason;
  create(editor, answer.value, box);
  return null;
}

function create(editor: Editor, asset: AssetId, { x, y, w, h }: ShapeBox): void {
  const id = createShapeId();
  editor.markHistoryStoppingPoint('image');
  editor.createShape<TLImageShape>({ id, type: 'image', x, y, props: { assetId: storeAssetId(asset), w, h } });
  // Whoever has gone on writing meanwhile is left in peace.
  if (editor.getEditingShapeId() === null) editor.select(id);
}
