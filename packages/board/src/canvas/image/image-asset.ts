/**
 * tldraw keeps what an image is in a record beside its shape. On a board that record is made from the shape, on each canvas anew: the
 * document holds the asset's id alone (`p.assetId`), and so no address that anybody could write.
 */
import { isAssetId, type AssetId } from '@samtavla/protocol';
import { AssetRecordType, type Editor, type TLAssetId, type TLImageShape, type TLShape } from 'tldraw';

const PREFIX = 'asset:';

export const storeAssetId = (id: AssetId): TLAssetId => AssetRecordType.createId(id);

/** Null for what is no id of an asset on this server, whoever wrote it. */
export function assetIdOf(storeId: string | null): AssetId | null {
  const id = storeId?.startsWith(PREFIX) === true ? storeId.slice(PREFIX.length) : '';
  return isAssetId(id) ? id : null;
}

export const isImage = (shape: TLShape): shape is TLImageShape => shape.type === 'image';

/** Sees to it that every image's record is there; returns the way to stop. */
export function followImages({ store }: Editor): () => void {
  const follow = (shape: TLShape): void => {
    if (!isImage(shape)) return;
    const { assetId, w, h } = shape.props;
    if (assetId === null || assetIdOf(assetId) === null || store.has(assetId)) return;
    // No reader looks at the size and the source: the first matters to those who choose among several sizes, and the id says all.
    const props = { name: '', src: assetId, w, h, mimeType: null, isAnimated: false };
    store.put([AssetRecordType.create({ id: assetId, type: 'image', props })]);
  };
  const stops = [
    store.sideEffects.registerAfterCreateHandler('shape', follow),
    store.sideEffects.registerAfterChangeHandler('shape', (_prev, next) => follow(next)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
